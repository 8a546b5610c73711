/** Values of FOCUS columns: texts that may be absent, facts looked up, unit prices, tags. */
@NullMarked
package io.curlake.jobs.gold.focus.value;

import org.jspecify.annotations.NullMarked;
