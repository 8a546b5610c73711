/** One line item and the columns by which CUR 2.0 and legacy CUR show it. */
@NullMarked
package io.curlake.jobs.sample.columns;

import org.jspecify.annotations.NullMarked;
