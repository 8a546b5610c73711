/** What a run of 'discover' prints. */
@NullMarked
package io.curlake.jobs.cli.report.discovery;

import org.jspecify.annotations.NullMarked;
