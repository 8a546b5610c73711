/** The results of the use cases, in words and as JSON. */
@NullMarked
package io.curlake.jobs.cli.report;

import org.jspecify.annotations.NullMarked;
