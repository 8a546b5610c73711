/** Map columns of Parquet files as numbers, without building the maps. */
@NullMarked
package io.curlake.jobs.storage.maps;

import org.jspecify.annotations.NullMarked;
