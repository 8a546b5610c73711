/** A data file's statistics as a table's log keeps them, so that readers skip files without opening them. */
@NullMarked
package io.curlake.jobs.table.statistics;

import org.jspecify.annotations.NullMarked;
