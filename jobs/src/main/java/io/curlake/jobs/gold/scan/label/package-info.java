/** The tags and cost categories of a charge as one text. */
@NullMarked
package io.curlake.jobs.gold.scan.label;

import org.jspecify.annotations.NullMarked;
