/** Machines that idle, stand still or are of an old generation. */
@NullMarked
package io.curlake.jobs.finding.compute;

import org.jspecify.annotations.NullMarked;
