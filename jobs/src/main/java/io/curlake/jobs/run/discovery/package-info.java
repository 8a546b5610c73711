/** Discovers resources, goes on with their history, ties them to their cost and applies the rules of findings. */
@NullMarked
package io.curlake.jobs.run.discovery;

import org.jspecify.annotations.NullMarked;
