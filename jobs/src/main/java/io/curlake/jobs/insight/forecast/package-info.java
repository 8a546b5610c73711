/** What a month will have cost, and how far such forecasts were off. Plain Java. */
@NullMarked
package io.curlake.jobs.insight.forecast;

import org.jspecify.annotations.NullMarked;
