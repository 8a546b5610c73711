/** The columns by which CUR 2.0 and legacy CUR show a line item. */
@NullMarked
package io.curlake.jobs.sample.columns;

import org.jspecify.annotations.NullMarked;
