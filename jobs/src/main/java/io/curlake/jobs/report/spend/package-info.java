/** What was spent, by month, account, service and tag. */
@NullMarked
package io.curlake.jobs.report.spend;

import org.jspecify.annotations.NullMarked;
