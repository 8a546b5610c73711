/** Line items as charges in FOCUS 1.2 columns. Pure functions of datasets: no {@code SparkSession}. */
@NullMarked
package io.curlake.jobs.gold.focus;

import org.jspecify.annotations.NullMarked;
