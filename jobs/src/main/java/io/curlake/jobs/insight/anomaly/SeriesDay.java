package io.curlake.jobs.insight.anomaly;

import io.curlake.jobs.insight.series.SeriesKey;
import java.time.LocalDate;

/** A day of a series. */
public record SeriesDay(SeriesKey key, LocalDate day) {}
