/** Forecasts, anomalies, budgets and costs of teams in words, as JSON and as CSV. */
@NullMarked
package io.curlake.jobs.cli.report.insight;

import org.jspecify.annotations.NullMarked;
