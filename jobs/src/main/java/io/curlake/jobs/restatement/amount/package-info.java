/** Money in columns and in words. */
@NullMarked
package io.curlake.jobs.restatement.amount;

import org.jspecify.annotations.NullMarked;
