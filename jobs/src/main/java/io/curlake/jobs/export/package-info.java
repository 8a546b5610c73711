/** Reads billing exports into line items under their CUR 2.0 column names. */
@NullMarked
package io.curlake.jobs.export;

import org.jspecify.annotations.NullMarked;
