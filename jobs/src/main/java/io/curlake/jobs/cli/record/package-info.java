/** What surrounds a verb that writes: its record, its log of stages, Spark's totals, metrics. */
@NullMarked
package io.curlake.jobs.cli.record;

import org.jspecify.annotations.NullMarked;
