/** Keeping a warehouse in order: purging masked rows, compacting small tables, removing what no version needs. */
@NullMarked
package io.curlake.jobs.run.upkeep;

import org.jspecify.annotations.NullMarked;
