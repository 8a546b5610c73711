/** Runs of verbs that write: what is remembered of them in the table {@code run}, and told while they go on. */
@NullMarked
package io.curlake.jobs.run.record;

import org.jspecify.annotations.NullMarked;
