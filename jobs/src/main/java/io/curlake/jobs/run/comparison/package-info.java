/** Deliveries compared after they were loaded: what changed between two, and when a day's cost stands still. */
@NullMarked
package io.curlake.jobs.run.comparison;

import org.jspecify.annotations.NullMarked;
