/** One line item, as the charges fill it. */
@NullMarked
package io.curlake.jobs.sample.line;

import org.jspecify.annotations.NullMarked;
