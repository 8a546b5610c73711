/** Money in columns and in words. */
@NullMarked
package io.curlake.jobs.cost.amount;

import org.jspecify.annotations.NullMarked;
