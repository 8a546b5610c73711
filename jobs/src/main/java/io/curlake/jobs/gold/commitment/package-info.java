/** Savings Plans and reservations by day: committed, used, unused, and who had the benefit. */
@NullMarked
package io.curlake.jobs.gold.commitment;

import org.jspecify.annotations.NullMarked;
