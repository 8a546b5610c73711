/** Read-only SQL over the tables. */
@NullMarked
package io.curlake.jobs.run.query;

import org.jspecify.annotations.NullMarked;
