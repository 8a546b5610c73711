/** What somebody should look at: dropped spend, commitments, anomalies, restatements, findings. */
@NullMarked
package io.curlake.jobs.report.concern;

import org.jspecify.annotations.NullMarked;
