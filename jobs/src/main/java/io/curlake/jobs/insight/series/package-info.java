/** Daily costs as series, and the weekly pattern that most of them have. Plain Java. */
@NullMarked
package io.curlake.jobs.insight.series;

import org.jspecify.annotations.NullMarked;
