/** How the columns of a table may grow, and which those of insight are. */
@NullMarked
package io.curlake.jobs.table.schema;

import org.jspecify.annotations.NullMarked;
