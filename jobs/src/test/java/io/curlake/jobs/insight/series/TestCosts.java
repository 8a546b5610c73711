package io.curlake.jobs.insight.series;

import io.curlake.jobs.insight.series.DailyAmount.Nature;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Daily costs made by hand. */
public final class TestCosts {
    public static final SeriesKey EC2 = new SeriesKey("000000000042", "AmazonEC2", "USD");

    private final List<DailyAmount> amounts = new ArrayList<>();

    /** @param cost of the days from {@code first}, which is day 0 */
    public TestCosts days(SeriesKey key, String first, String last, IntToDoubleFunction cost) {
        LocalDate from = LocalDate.parse(first);
        int index = 0;
        for (LocalDate day = from; !day.isAfter(LocalDate.parse(last)); day = day.plusDays(1)) {
            amounts.add(amount(key, day, Nature.REGULAR, String.valueOf(cost.applyAsDouble(index++))));
        }
        return this;
    }

    public TestCosts oneOff(SeriesKey key, String day, String cost) {
        amounts.add(amount(key, LocalDate.parse(day), Nature.ONE_OFF, cost));
        return this;
    }

    private static DailyAmount amount(SeriesKey key, LocalDate day, Nature nature, String cost) {
        return new DailyAmount(
                key, new BillingPeriod(YearMonth.from(day)), Optional.of(day), nature, new BigDecimal(cost));
    }

    /** Only one series. */
    public CostHistory history() {
        CostHistory history = new CostHistory();
        amounts.forEach(history::add);
        return history;
    }

    public SourceHistory source(String today) {
        return SourceHistory.of(amounts, LocalDate.parse(today));
    }
}
