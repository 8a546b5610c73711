/** What all charges of a month share: the columns of every line item, meters, prices, the contract. */
@NullMarked
package io.curlake.jobs.sample.month;

import org.jspecify.annotations.NullMarked;
