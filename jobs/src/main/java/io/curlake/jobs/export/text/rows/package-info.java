/** The text files of a delivery as a Spark relation of line items, one partition a file. */
@NullMarked
package io.curlake.jobs.export.text.rows;

import org.jspecify.annotations.NullMarked;
