/** What Hadoop does by default and a job has no use for. */
@NullMarked
package io.curlake.jobs.storage.hadoop;

import org.jspecify.annotations.NullMarked;
