package io.curlake.jobs.run.report.spend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.insight.series.DailyAmount;
import io.curlake.jobs.report.spend.Share;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.report.table.Months;
import io.curlake.jobs.run.report.table.Sums;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** The days of the newest month and of the one before, and which of them are the same days. */
final class Days {
    private static final String COST = "net_amortized_cost";

    private record Day(BillingPeriod period, String currency, LocalDate day, BigDecimal cost) {}

    private final Months months;
    private final List<Day> days;
    private final LocalDate until;

    private Days(Months months, List<Day> days, LocalDate until) {
        this.months = months;
        this.days = days;
        this.until = until;
    }

    static Days read(Warehouse warehouse, Months months) {
        List<Row> rows = warehouse
                .tables()
                .readQuickly(TableName.DAILY_COST, months.lastTwo())
                .groupBy(
                        col("billing_period"),
                        col("currency"),
                        col("usage_date"),
                        col("line_item_type")
                                .isin(DailyAmount.ONE_OFF_TYPES.toArray())
                                .as("is_one_off"))
                .agg(Sums.total(COST))
                .collectAsList();
        LocalDate today = warehouse.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        return new Days(months, rows.stream().map(Days::day).toList(), wholeUntil(rows, months.newest(), today));
    }

    /** A charge without a day, or of a day before its month, lies on the first. */
    private static Day day(Row row) {
        BillingPeriod period = BillingPeriod.parse(row.getString(0));
        LocalDate first = period.month().atDay(1);
        LocalDate day = Optional.ofNullable(row.getDate(2))
                .map(Date::toLocalDate)
                .filter(first::isBefore)
                .orElse(first);
        return new Day(period, row.getString(1), day, Sums.amount(row, 4));
    }

    /**
     * The day before the last one with usage, which AWS may still be counting; the last day of a month that was over for two
     * days is whole. As forecasts have it.
     */
    private static LocalDate wholeUntil(List<Row> rows, BillingPeriod newest, LocalDate today) {
        LocalDate end = newest.month().atEndOfMonth();
        if (today.isAfter(end.plusDays(2))) {
            return end;
        }
        return rows.stream()
                .filter(row -> row.getString(0).equals(newest.toString()) && !row.getBoolean(3) && !row.isNullAt(2))
                .map(row -> row.getDate(2).toLocalDate())
                .filter(day -> !day.isAfter(today) && !day.isAfter(end))
                .max(Comparator.naturalOrder())
                .map(last -> last.minusDays(1))
                .orElse(newest.month().atDay(1).minusDays(1));
    }

    /** None where no day of the month is whole. */
    Optional<LocalDate> wholeUntil() {
        return Optional.of(until)
                .filter(day -> !day.isBefore(months.newest().month().atDay(1)));
    }

    /** The whole month before where the whole month is over: months differ in length. */
    private LocalDate sameUntil() {
        LocalDate end = months.before().month().atEndOfMonth();
        boolean isWhole = until.equals(months.newest().month().atEndOfMonth());
        boolean hasNone = wholeUntil().isEmpty();
        return isWhole
                ? end
                : hasNone
                        ? months.before().month().atDay(1).minusDays(1)
                        : months.before().month().atDay(Math.min(until.getDayOfMonth(), end.getDayOfMonth()));
    }

    Map<LocalDate, BigDecimal> of(BillingPeriod period, String currency) {
        Map<LocalDate, BigDecimal> costs = new TreeMap<>();
        days.stream()
                .filter(day -> day.period.equals(period) && day.currency.equals(currency))
                .forEach(day -> costs.merge(day.day, day.cost, BigDecimal::add));
        return costs;
    }

    /** The four sums of a {@link Share}, of rows of both months. */
    Column[] sums() {
        Column isNew = col("billing_period").equalTo(months.newest().toString());
        Column isOld = col("billing_period").equalTo(months.before().toString());
        return new Column[] {
            Sums.where(isNew, COST).as("cost"),
            Sums.where(isNew.and(isUntil(until, months.newest())), COST).as("whole_days"),
            Sums.where(isOld.and(isUntil(sameUntil(), months.before())), COST).as("same_days_before"),
            Sums.where(isOld, COST).as("before")
        };
    }

    /** Where no day is whole, nothing is; and charges without a day belong to the first. */
    private static Column isUntil(LocalDate last, BillingPeriod period) {
        if (last.isBefore(period.month().atDay(1))) {
            return lit(false);
        }
        return col("usage_date").isNull().or(col("usage_date").leq(lit(Date.valueOf(last))));
    }

    static Share share(Row row, String id, String name, Optional<BigDecimal> forecast) {
        return new Share(
                id,
                name,
                Sums.amount(row, "cost"),
                Sums.amount(row, "whole_days"),
                Sums.amount(row, "same_days_before"),
                Sums.amount(row, "before"),
                forecast);
    }
}
