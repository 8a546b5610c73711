/** Rows and exact sums while a file is scanned: by currency, by account and type, by the grain of a table. */
@NullMarked
package io.curlake.jobs.lineitem.scan.sum;

import org.jspecify.annotations.NullMarked;
