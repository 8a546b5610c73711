/** Sums of two sources side by side, and what of their differences may be rounding. */
@NullMarked
package io.curlake.jobs.run.bridge.migration.sum;

import org.jspecify.annotations.NullMarked;
