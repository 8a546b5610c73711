package io.curlake.jobs.run.insight;

import io.curlake.jobs.insight.forecast.BackTest;
import io.curlake.jobs.insight.forecast.BackTestError;
import io.curlake.jobs.run.Warehouse;
import io.curlake.model.BillingPeriod;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tests the forecasts of a source on its closed months, from {@code daily_cost}. Writes nothing. */
public final class BackTests {
    private BackTests() {}

    /** What the forecasts of a month were off by, from one of its days, in one currency. */
    public record Line(String source, BillingPeriod period, int day, String currency, BackTestError error) {}

    private record Group(BillingPeriod period, int day, String currency) {
        static final Comparator<Group> ORDER =
                Comparator.comparing(Group::period).thenComparing(Group::day).thenComparing(Group::currency);

        static Group of(BackTest.Case one) {
            return new Group(one.period(), one.day(), one.key().currency());
        }

        Line line(String source, List<BackTest.Case> cases) {
            return new Line(source, period, day, currency, BackTestError.of(cases));
        }
    }

    public static List<Line> of(Warehouse warehouse, String source) {
        return BackTest.of(SourceCosts.of(warehouse, source).history()).stream()
                .collect(Collectors.groupingBy(Group::of, () -> new TreeMap<>(Group.ORDER), Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> group.getKey().line(source, group.getValue()))
                .toList();
    }
}
