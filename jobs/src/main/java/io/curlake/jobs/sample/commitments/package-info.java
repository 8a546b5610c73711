/** Savings Plans and reservations: their fees, and the usage that they cover. */
@NullMarked
package io.curlake.jobs.sample.commitments;

import org.jspecify.annotations.NullMarked;
