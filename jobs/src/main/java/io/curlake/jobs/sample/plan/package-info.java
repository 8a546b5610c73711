/** How the rows of a sample are numbered: periods, ticks, sections. */
@NullMarked
package io.curlake.jobs.sample.plan;

import org.jspecify.annotations.NullMarked;
