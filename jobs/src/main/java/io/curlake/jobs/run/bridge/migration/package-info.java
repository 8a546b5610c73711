/** Two exports of one payer held against each other, as a payer does that moves from legacy CUR to CUR 2.0. */
@NullMarked
package io.curlake.jobs.run.bridge.migration;

import org.jspecify.annotations.NullMarked;
