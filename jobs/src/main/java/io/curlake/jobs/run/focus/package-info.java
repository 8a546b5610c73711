/** Charges in FOCUS columns, written for other tools. */
@NullMarked
package io.curlake.jobs.run.focus;

import org.jspecify.annotations.NullMarked;
