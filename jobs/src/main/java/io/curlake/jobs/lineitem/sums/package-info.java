/** The two heaps that a ledger and {@code delivered_cost} are made of: what is kept, and the rest. */
@NullMarked
package io.curlake.jobs.lineitem.sums;

import org.jspecify.annotations.NullMarked;
