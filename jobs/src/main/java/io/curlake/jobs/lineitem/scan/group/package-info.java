/** Rows and exact sums by a day and texts, as codes while a file is scanned and across files. */
@NullMarked
package io.curlake.jobs.lineitem.scan.group;

import org.jspecify.annotations.NullMarked;
