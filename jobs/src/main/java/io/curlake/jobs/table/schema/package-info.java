/** How the columns of a table may grow. */
@NullMarked
package io.curlake.jobs.table.schema;

import org.jspecify.annotations.NullMarked;
