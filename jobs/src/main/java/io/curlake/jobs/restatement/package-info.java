/** What changed between two deliveries of a period, and why. Pure functions of datasets: no {@code SparkSession}. */
@NullMarked
package io.curlake.jobs.restatement;

import org.jspecify.annotations.NullMarked;
