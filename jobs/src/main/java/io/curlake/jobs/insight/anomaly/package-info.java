/** Days that cost something else than the days before them let expect. Plain Java, and columns of line items. */
@NullMarked
package io.curlake.jobs.insight.anomaly;

import org.jspecify.annotations.NullMarked;
