/** Scans of one Parquet file, batch by batch of column vectors: what it holds, and which of its rows are kept. */
@NullMarked
package io.curlake.jobs.lineitem.scan;

import org.jspecify.annotations.NullMarked;
