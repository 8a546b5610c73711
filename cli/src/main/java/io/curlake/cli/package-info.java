/** The curlake command: the verbs of the jobs, and those that need more than the jobs. */
@NullMarked
package io.curlake.cli;

import org.jspecify.annotations.NullMarked;
