/** Scans of the files of a table: column batches through masks, and groups of many files as one dataset. */
@NullMarked
package io.curlake.jobs.table.scan;

import org.jspecify.annotations.NullMarked;
