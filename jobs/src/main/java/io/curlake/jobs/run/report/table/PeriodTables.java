package io.curlake.jobs.run.report.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.curlake.jobs.report.proof.PeriodState;
import io.curlake.jobs.report.proof.PeriodState.Built;
import io.curlake.jobs.report.proof.PeriodState.Delivered;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.RecordedBuild;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** The newest load of every period, from {@code delivery}, its ledger, from {@code reconciliation}, and what was built of it. */
public record PeriodTables(Warehouse warehouse, String source) {
    /** Newest period first. */
    public List<PeriodState> of(Months months) {
        Collection<Row> loads = newestLoads();
        Ledgers ledgers = Ledgers.read(
                warehouse,
                loads.stream().map(row -> row.<String>getAs("load_id")).collect(Collectors.toSet()));
        Map<BillingPeriod, LocalDate> lastDays = lastDays(months);
        Map<BillingPeriod, Instant> builtAt = builtAt();
        return loads.stream()
                .map(load -> {
                    BillingPeriod period = BillingPeriod.parse(load.getAs("billing_period"));
                    Built built = built(months, period, load.getAs("load_id"));
                    return new PeriodState(
                            source,
                            period,
                            delivered(load),
                            Optional.ofNullable(builtAt.get(period)),
                            built,
                            Optional.ofNullable(lastDays.get(period)),
                            ledgers.of(load.getAs("load_id"), currency -> gold(months, period, built, currency)));
                })
                .sorted(Comparator.comparing(PeriodState::period).reversed())
                .toList();
    }

    private Collection<Row> newestLoads() {
        Map<String, Row> newest = new HashMap<>();
        for (Row row : warehouse.tables().rows(TableName.DELIVERY, "source", Set.of(source))) {
            newest.merge(row.getAs("billing_period"), row, (a, b) -> loadedAt(a).isAfter(loadedAt(b)) ? a : b);
        }
        return newest.values();
    }

    private static Instant loadedAt(Row row) {
        return row.<Timestamp>getAs("loaded_at").toInstant();
    }

    private static Delivered delivered(Row load) {
        return new Delivered(
                load.getAs("delivery_id"),
                load.getAs("format"),
                load.getAs("way"),
                load.getList(load.fieldIndex("files")).size(),
                load.<Long>getAs("rows"),
                load.<Long>getAs("bytes"),
                loadedAt(load));
    }

    private Built built(Months months, BillingPeriod period, String loadId) {
        return Optional.ofNullable(months.builds().get(new Partition(source, period)))
                .map(RecordedBuild::loadId)
                .map(built -> built.equals(loadId) ? Built.CURRENT : Built.BEHIND)
                .orElse(Built.NEVER);
    }

    private Map<BillingPeriod, Instant> builtAt() {
        return warehouse.tables().rows(TableName.GOLD_BUILD, "source", Set.of(source)).stream()
                .collect(Collectors.toMap(
                        row -> BillingPeriod.parse(row.getAs("billing_period")),
                        row -> row.<Timestamp>getAs("built_at").toInstant(),
                        (a, b) -> a.isAfter(b) ? a : b));
    }

    private Map<BillingPeriod, LocalDate> lastDays(Months months) {
        if (months.isEmpty()) {
            return Map.of();
        }
        return warehouse
                .tables()
                .readQuickly(TableName.DAILY_COST, months.builds().keySet())
                .filter(col("line_item_type").isin("Usage", "DiscountedUsage", "SavingsPlanCoveredUsage"))
                .groupBy("billing_period")
                .agg(max("usage_date"))
                .collectAsList()
                .stream()
                .filter(row -> !row.isNullAt(1))
                .collect(Collectors.toMap(
                        row -> BillingPeriod.parse(row.getString(0)),
                        row -> row.getDate(1).toLocalDate()));
    }

    private static Optional<BigDecimal> gold(Months months, BillingPeriod period, Built built, String currency) {
        return built == Built.CURRENT ? Optional.of(months.billed(period, currency)) : Optional.empty();
    }
}
