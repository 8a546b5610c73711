/** What changed between deliveries, in words and as JSON. */
@NullMarked
package io.curlake.jobs.cli.report.comparison;

import org.jspecify.annotations.NullMarked;
