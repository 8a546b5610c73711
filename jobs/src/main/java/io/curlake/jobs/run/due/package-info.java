/** What a load does with a source's periods: which it looks at, which are due, and how often each is tried. */
@NullMarked
package io.curlake.jobs.run.due;

import org.jspecify.annotations.NullMarked;
