package io.curlake.model;

import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** A calendar month in UTC, half-open, written {@code YYYY-MM}. */
public record BillingPeriod(YearMonth month) implements Comparable<BillingPeriod>, Serializable {
    private static final Pattern FORM = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    /** Throws IllegalArgumentException unless the text is {@code YYYY-MM}. */
    public static BillingPeriod parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no billing period: write YYYY-MM, for example 2026-10");
        }
        return new BillingPeriod(YearMonth.parse(text));
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** Inclusive. */
    public Instant start() {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Exclusive. */
    public Instant end() {
        return next().start();
    }

    public BillingPeriod next() {
        return new BillingPeriod(month.plusMonths(1));
    }

    /** The name of the month's folder of a legacy CUR report: {@code 20261001-20261101}, the end exclusive. */
    public String legacyFolder() {
        return DAY.format(month.atDay(1)) + "-" + DAY.format(month.plusMonths(1).atDay(1));
    }

    @Override
    public int compareTo(BillingPeriod other) {
        return month.compareTo(other.month);
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
