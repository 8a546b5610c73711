/** What is worked out from the daily costs of a source: forecasts, anomalies, budgets, costs of teams. */
@NullMarked
package io.curlake.jobs.run.insight;

import org.jspecify.annotations.NullMarked;
