/** Cloud resources as read-only calls show them: what is known of one, and how each type is looked for. */
@NullMarked
package io.curlake.jobs.discovery;

import org.jspecify.annotations.NullMarked;
