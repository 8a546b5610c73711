package io.curlake.jobs.run.insight;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.insight.budget.BudgetScope;
import io.curlake.jobs.insight.budget.BudgetStatus;
import io.curlake.jobs.insight.forecast.MonthEnd;
import io.curlake.jobs.insight.forecast.SeriesForecast;
import io.curlake.jobs.insight.forecast.TotalForecast;
import io.curlake.jobs.insight.series.CostHistory;
import io.curlake.jobs.insight.series.DailyAmount;
import io.curlake.jobs.insight.series.SeriesKey;
import io.curlake.jobs.insight.series.SourceHistory;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.config.BudgetConfig;
import io.curlake.model.config.BudgetConfig.Span;
import io.curlake.model.config.BudgetConfig.Tag;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * How the budgets of a source stand in its newest month, or in the year of that.
 *
 * @param remarks budgets that are left out, and why
 */
record Budgets(List<BudgetStatus> statuses, LocalDate last, List<String> remarks) {

    static Budgets of(Warehouse warehouse, SourceCosts costs, LocalDate last) {
        List<BudgetConfig> budgets = warehouse.config().insight().budgets().stream()
                .filter(budget -> budget.source().equals(costs.source()))
                .toList();
        Budgets standing = new Budgets(new ArrayList<>(), last, new ArrayList<>());
        if (!budgets.isEmpty()) {
            standing.judge(new Work(warehouse, costs, costs.history().newest().orElseThrow(), last), budgets);
        }
        return standing;
    }

    private void judge(Work work, List<BudgetConfig> budgets) {
        Set<Tag> tags =
                budgets.stream().flatMap(budget -> budget.tag().stream()).collect(Collectors.toSet());
        Map<Tag, List<DailyAmount>> ofTags = TagCosts.of(work.warehouse(), work.yearAndNewest(), tags);
        boolean isOfYear = budgets.stream().anyMatch(budget -> budget.period() == Span.YEAR);
        List<DailyAmount> ofYear = isOfYear ? work.monthsBefore() : List.of();
        for (BudgetConfig budget : budgets) {
            List<DailyAmount> tagged =
                    budget.tag().map(tag -> ofTags.getOrDefault(tag, List.of())).orElse(ofYear);
            SourceHistory history = budget.tag()
                    .map(tag -> SourceHistory.of(tagged, last))
                    .orElse(work.costs().history());
            BudgetScope scope = new BudgetScope(budget);
            Optional<String> unmapped = scope.unmapped(history.series().keySet());
            unmapped.ifPresentOrElse(
                    what -> remarks.add("budget '" + budget.name() + "' is left out: '" + budget.source()
                            + "' has no cost of " + what + " in its last months; correct it in the configuration"),
                    () -> statuses.add(work.status(scope, history, tagged)));
        }
    }

    /** The values of the rows of the table. */
    List<Object[]> rows() {
        return statuses.stream().map(this::row).toList();
    }

    private Object[] row(BudgetStatus status) {
        return new Object[] {
            status.budget().name(),
            status.budget().period().name().toLowerCase(Locale.ROOT),
            status.budget().currency(),
            Date.valueOf(last),
            status.budget().amount(),
            status.actual(),
            status.forecast(),
            status.share(),
            status.forecastShare(),
            status.state().name().toLowerCase(Locale.ROOT)
        };
    }

    private record Work(Warehouse warehouse, SourceCosts costs, BillingPeriod period, LocalDate last) {

        /** @param earlier the months of the year before the newest one, as amounts of whatever day */
        BudgetStatus status(BudgetScope scope, SourceHistory history, List<DailyAmount> earlier) {
            List<SeriesForecast> parts = history.series().entrySet().stream()
                    .filter(entry -> scope.holds(entry.getKey()))
                    .map(entry -> forecast(history, entry.getValue()))
                    .toList();
            TotalForecast month = TotalForecast.of(parts);
            return switch (scope.budget().period()) {
                case MONTH -> new BudgetStatus(scope.budget(), month.actual(), month.forecast());
                case YEAR -> {
                    BigDecimal before = earlier.stream()
                            .filter(amount -> scope.holds(amount.key()) && isEarlierInYear(amount.period()))
                            .map(DailyAmount::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    // The months to come are taken to be like this one.
                    BigDecimal months = BigDecimal.valueOf(13L - period.month().getMonthValue());
                    yield new BudgetStatus(
                            scope.budget(),
                            before.add(month.actual()),
                            before.add(month.forecast().multiply(months)));
                }
            };
        }

        private SeriesForecast forecast(SourceHistory history, CostHistory series) {
            LocalDate end = period.month().atEndOfMonth();
            if (!last.isBefore(end)) {
                return new SeriesForecast(series.total(period), BigDecimal.ZERO, Optional.empty());
            }
            BigDecimal known = series.regular(period.month().atDay(1), last)
                    .add(series.oneOff(period, period.month().atDay(1), end));
            return new MonthEnd(period, last, history.before(period)).of(series, known);
        }

        private boolean isEarlierInYear(BillingPeriod other) {
            return other.month().getYear() == period.month().getYear() && other.compareTo(period) < 0;
        }

        Set<Partition> yearAndNewest() {
            Set<BillingPeriod> newest = Set.copyOf(costs.history().periods());
            return partitions(TableName.DAILY_TAG_COST).stream()
                    .filter(partition -> isEarlierInYear(partition.period()) || newest.contains(partition.period()))
                    .collect(Collectors.toSet());
        }

        /** The earlier months of the year by account, service and currency; one Spark job. */
        List<DailyAmount> monthsBefore() {
            Set<Partition> earlier = partitions(TableName.DAILY_COST).stream()
                    .filter(partition -> isEarlierInYear(partition.period()))
                    .collect(Collectors.toSet());
            if (earlier.isEmpty()) {
                return List.of();
            }
            return warehouse
                    .tables()
                    .readQuickly(TableName.DAILY_COST, earlier)
                    .groupBy("billing_period", "usage_account_id", "product_code", "currency")
                    .agg(ExactAmounts.total(col("net_amortized_cost")).as("cost"))
                    .collectAsList()
                    .stream()
                    .map(Work::month)
                    .toList();
        }

        private static DailyAmount month(Row row) {
            return new DailyAmount(
                    new SeriesKey(row.getAs("usage_account_id"), row.getAs("product_code"), row.getAs("currency")),
                    BillingPeriod.parse(row.getAs("billing_period")),
                    Optional.empty(),
                    DailyAmount.Nature.ONE_OFF,
                    row.getAs("cost"));
        }

        private Set<Partition> partitions(TableName table) {
            return warehouse.tables().partitions(table).stream()
                    .filter(partition -> partition.source().equals(costs.source()))
                    .collect(Collectors.toSet());
        }
    }
}
