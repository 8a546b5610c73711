/** One pass over the files of line items that adds up what all gold tables of a period are made of. */
@NullMarked
package io.curlake.jobs.gold.scan;

import org.jspecify.annotations.NullMarked;
