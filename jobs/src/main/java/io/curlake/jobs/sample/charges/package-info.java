/** Which line items a billing period has: a pure function of seed, period and row number. */
@NullMarked
package io.curlake.jobs.sample.charges;

import org.jspecify.annotations.NullMarked;
