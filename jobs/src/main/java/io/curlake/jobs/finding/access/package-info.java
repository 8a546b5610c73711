/** Who may come in, and who never does. */
@NullMarked
package io.curlake.jobs.finding.access;

import org.jspecify.annotations.NullMarked;
