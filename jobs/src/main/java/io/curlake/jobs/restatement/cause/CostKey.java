package io.curlake.jobs.restatement.cause;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a delivered cost is found by in the next delivery. A text that a delivery does not have is empty.
 *
 * @param day of usage, UTC; null for charges of no day
 */
public record CostKey(
        @Nullable LocalDate day, String account, String product, String type, String invoice, String currency) {}
