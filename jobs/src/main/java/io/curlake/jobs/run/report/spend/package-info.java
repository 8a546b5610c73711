/** Spend of a source, read from its tables. */
@NullMarked
package io.curlake.jobs.run.report.spend;

import org.jspecify.annotations.NullMarked;
