/** {@code report}: reads the tables into what a report says, and writes the page. */
@NullMarked
package io.curlake.jobs.run.report;

import org.jspecify.annotations.NullMarked;
