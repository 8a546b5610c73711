/** What line items and restatements say of unusual days. */
@NullMarked
package io.curlake.jobs.run.insight.evidence;

import org.jspecify.annotations.NullMarked;
