/** Columns of a batch as plain arrays: texts as codes, amounts as finite doubles, times as microseconds. */
@NullMarked
package io.curlake.jobs.lineitem.scan.column;

import org.jspecify.annotations.NullMarked;
