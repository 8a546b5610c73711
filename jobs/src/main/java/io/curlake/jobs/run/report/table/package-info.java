/** What each table says of the periods of a report. */
@NullMarked
package io.curlake.jobs.run.report.table;

import org.jspecify.annotations.NullMarked;
