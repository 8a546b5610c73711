package io.curlake.jobs.finding.bill;

import io.curlake.jobs.finding.Finding;
import java.time.LocalDate;

/**
 * A finding about a bill.
 *
 * @param from the first day of the bill that it is of
 * @param to the last one
 */
public record BillFinding(Finding finding, LocalDate from, LocalDate to) {}
