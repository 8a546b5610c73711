/** What Parquet files say of themselves, and whether they can be files of a table as they are. */
@NullMarked
package io.curlake.jobs.export.parquet;

import org.jspecify.annotations.NullMarked;
