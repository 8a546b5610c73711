package io.curlake.jobs.run.report.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.gold.GoldColumns;
import io.curlake.jobs.report.proof.PeriodState;
import io.curlake.jobs.report.proof.PeriodState.Built;
import io.curlake.jobs.report.proof.PeriodState.Delivered;
import io.curlake.jobs.report.proof.Proof;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.RecordedBuild;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** The newest load of every period, from {@code delivery}, its ledger, from {@code reconciliation}, and what was built of it. */
public record PeriodTables(Warehouse warehouse, String source) {
    private static final List<String> MEASURES = Stream.concat(
                    Stream.of("rows"), Arrays.stream(CostColumn.values()).map(CostColumn::measure))
            .toList();
    private static final List<String> SIDES = List.of("delivered", "kept", "unconnected", "rejected", "double_loss");

    /** Newest period first. */
    public List<PeriodState> of(Months months) {
        Collection<Row> loads = newestLoads();
        Map<String, List<Row>> ledgers = ledgers(
                loads.stream().map(row -> row.<String>getAs("load_id")).collect(Collectors.toSet()));
        Map<BillingPeriod, LocalDate> lastDays = lastDays(months);
        Map<BillingPeriod, Instant> builtAt = builtAt();
        return loads.stream()
                .map(load -> {
                    BillingPeriod period = BillingPeriod.parse(load.getAs("billing_period"));
                    Built built = built(months, period, load.getAs("load_id"));
                    List<Proof> proofs = ledgers.getOrDefault(load.<String>getAs("load_id"), List.of()).stream()
                            .map(row -> proof(row, period, months, built))
                            .toList();
                    return new PeriodState(
                            source,
                            period,
                            delivered(load),
                            Optional.ofNullable(builtAt.get(period)),
                            built,
                            Optional.ofNullable(lastDays.get(period)),
                            proofs);
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

    /** By load: a row for each currency. */
    private Map<String, List<Row>> ledgers(Set<String> loads) {
        Column isUnbalanced = MEASURES.stream()
                .map(measure -> side("delivered", measure)
                        .notEqual(SIDES.stream()
                                .skip(1)
                                .map(other -> side(other, measure))
                                .reduce(ExactAmounts::plus)
                                .orElseThrow()))
                .reduce(Column::or)
                .orElseThrow();
        List<Column> sums = new ArrayList<>();
        sums.add(sum(when(isUnbalanced.or(col("balanced").unary_$bang()), 1).otherwise(0))
                .as("unbalanced"));
        for (String measure : MEASURES) {
            for (String side : SIDES) {
                String name = side + "_" + measure;
                sums.add(
                        name.equals("double_loss_rows")
                                ? lit(0L).as(name)
                                : ExactAmounts.total(coalesce(col(name), lit(0).cast(GoldColumns.MONEY))).as(name));
            }
        }
        return warehouse
                .tables()
                .read(TableName.RECONCILIATION)
                .filter(col("load_id").isin(loads.toArray()))
                .groupBy("load_id", "currency")
                .agg(countDistinct("file").as("files"), sums.toArray(Column[]::new))
                .orderBy("load_id", "currency")
                .collectAsList()
                .stream()
                .collect(Collectors.groupingBy(row -> row.getString(0)));
    }

    /** Columns of later versions are NULL in older rows. */
    private static Column side(String side, String measure) {
        return side.equals("double_loss") && measure.equals("rows")
                ? lit(0).cast(GoldColumns.MONEY)
                : coalesce(col(side + "_" + measure), lit(0)).cast(GoldColumns.MONEY);
    }

    private static Proof proof(Row row, BillingPeriod period, Months months, Built built) {
        String currency = row.getAs("currency");
        List<Proof.Line> lines = MEASURES.stream()
                .map(measure -> new Proof.Line(
                        measure,
                        amount(row, "delivered_" + measure),
                        amount(row, "kept_" + measure),
                        amount(row, "unconnected_" + measure),
                        amount(row, "rejected_" + measure),
                        amount(row, "double_loss_" + measure)))
                .toList();
        BigDecimal kept = amount(row, "kept_" + CostColumn.UNBLENDED.measure());
        return new Proof(
                currency,
                row.<Long>getAs("files"),
                row.<Long>getAs("unbalanced"),
                lines,
                kept,
                built == Built.CURRENT ? Optional.of(months.billed(period, currency)) : Optional.empty());
    }

    private static BigDecimal amount(Row row, String column) {
        Object value = row.getAs(column);
        return value instanceof BigDecimal amount ? amount : new BigDecimal(String.valueOf(value));
    }
}
