/** The verbs of the jobs: each translates options into one call of a use case, and its result into words. */
@NullMarked
package io.curlake.jobs.cli;

import org.jspecify.annotations.NullMarked;
