/** What a delivery's columns have in common with those of the delivery before it, and what a difference means. Pure. */
@NullMarked
package io.curlake.jobs.run.contract;

import org.jspecify.annotations.NullMarked;
