/**
 * The log of a Delta table: its state is read with Delta Kernel, its commits and deletion vectors are written as the
 * open protocol says. Nothing here needs a Spark session.
 */
@NullMarked
package io.curlake.jobs.table.log;

import org.jspecify.annotations.NullMarked;
