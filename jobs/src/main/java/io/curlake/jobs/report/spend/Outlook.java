package io.curlake.jobs.report.spend;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the month will have cost.
 *
 * @param asOf the last day that the forecast knows
 * @param low four of five months end between here and {@code high}
 */
public record Outlook(LocalDate asOf, BigDecimal forecast, BigDecimal low, BigDecimal high) {}
