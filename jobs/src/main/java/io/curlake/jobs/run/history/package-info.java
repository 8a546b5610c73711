/** What was loaded before, as the tables tell it, and what has changed since. */
@NullMarked
package io.curlake.jobs.run.history;

import org.jspecify.annotations.NullMarked;
