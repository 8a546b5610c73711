/** The exact totals of what was generated, summed while generating. */
@NullMarked
package io.curlake.jobs.sample.truth;

import org.jspecify.annotations.NullMarked;
