/** The data files of a delivery: CSV in gzip or ZIP, and Parquet. */
@NullMarked
package io.curlake.jobs.sample.files;

import org.jspecify.annotations.NullMarked;
