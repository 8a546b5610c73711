/** One billing period of one source, from a pinned delivery to commits: adopted, rewritten or masked anew. */
@NullMarked
package io.curlake.jobs.run.period;

import org.jspecify.annotations.NullMarked;
