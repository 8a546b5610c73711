/** The verb {@code focus}. */
@NullMarked
package io.curlake.jobs.cli.focus;

import org.jspecify.annotations.NullMarked;
