/** What charges are grouped by, from batches of columns, as codes of vocabularies. */
@NullMarked
package io.curlake.jobs.gold.scan.text;

import org.jspecify.annotations.NullMarked;
