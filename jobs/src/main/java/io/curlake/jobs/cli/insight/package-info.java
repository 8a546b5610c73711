/** The verbs that show forecasts, anomalies, budgets and costs of teams. */
@NullMarked
package io.curlake.jobs.cli.insight;

import org.jspecify.annotations.NullMarked;
