package io.curlake.jobs.run.build;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExitCode;
import io.curlake.model.Money;
import io.curlake.model.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Reads the written tables back and holds them against the ledger: {@code daily_cost}, {@code daily_resource_cost},
 * {@code invoice}, and {@code daily_tag_cost} for each of its keys have exactly the rows and costs that were kept, and
 * {@code focus_cost_and_usage} bills the (net) unblended cost and has the (net) amortized cost as its effective cost. Amortized
 * costs, which the ledger has no columns of, must be the same in all of them; they are made by different passes.
 */
final class GoldProof {
    /** Of a table, or of a tag key in it. */
    private record Part(String name, String currency, long rows, Map<CostMeasure, BigDecimal> costs) {}

    private static final String FOCUS = "focus_cost_and_usage";
    private static final Column MISSING = lit(null).cast(DataTypes.createDecimalType(Money.PRECISION, Money.SCALE));
    private static final List<CostMeasure> MEASURES = List.of(CostMeasure.values());

    private final List<Part> parts;

    private GoldProof(List<Part> parts) {
        this.parts = parts;
    }

    /** One Spark action over all of them. */
    static GoldProof of(StagedTables staged) {
        Column ofTag = concat_ws(" ", lit("daily_tag_cost of"), col("tag_kind"), col("tag_key"));
        return new GoldProof(Stream.of(
                        sums(staged.written(TableName.DAILY_COST), lit("daily_cost")),
                        sums(staged.written(TableName.DAILY_RESOURCE_COST), lit("daily_resource_cost")),
                        sums(staged.written(TableName.DAILY_TAG_COST), ofTag),
                        sums(staged.written(TableName.INVOICE), lit("invoice")),
                        sums(charges(staged.written(TableName.FOCUS_COST_AND_USAGE)), lit(FOCUS)))
                .reduce(Dataset::union)
                .orElseThrow()
                .collectAsList()
                .stream()
                .map(GoldProof::part)
                .filter(part -> part.rows() > 0)
                .toList());
    }

    /** In FOCUS a line item may be two charges, or none: its rows are not counted. */
    private static Dataset<Row> charges(Dataset<Row> focus) {
        return focus.select(
                col("BillingCurrency").as("currency"),
                lit(1L).as("rows"),
                col("BilledCost").as(CostMeasure.NET_UNBLENDED.columnName()),
                col("EffectiveCost").as(CostMeasure.NET_AMORTIZED.columnName()));
    }

    private static Dataset<Row> sums(Dataset<Row> table, Column name) {
        List<String> columns = List.of(table.columns());
        return table.groupBy(name.as("part"), col("currency"))
                .agg(
                        sum("rows"),
                        MEASURES.stream()
                                .map(CostMeasure::columnName)
                                .map(measure ->
                                        columns.contains(measure) ? ExactAmounts.total(col(measure)) : sum(MISSING))
                                .toArray(Column[]::new));
    }

    private static Part part(Row row) {
        Map<CostMeasure, BigDecimal> costs = new EnumMap<>(CostMeasure.class);
        for (int i = 0; i < MEASURES.size(); i++) {
            if (!row.isNullAt(3 + i)) {
                costs.put(MEASURES.get(i), row.getDecimal(3 + i));
            }
        }
        return new Part(row.getString(0), row.getString(1), row.getLong(2), costs);
    }

    /** Refuses unless all agree with the ledger and with one another. */
    void require(KeptTotals kept, Partition partition) {
        List<String> differences = differences(kept);
        if (!differences.isEmpty()) {
            throw new Refusal(
                    ExitCode.LEDGER_UNBALANCED,
                    "Cannot build " + partition + ": " + String.join("; ", differences)
                            + ". Nothing was published. This is a defect of curlake: please report it with these figures.");
        }
    }

    private List<String> differences(KeptTotals kept) {
        List<String> differences = new ArrayList<>();
        for (String name : new TreeSet<>(Stream.concat(
                        Stream.of("daily_cost", "daily_resource_cost", "invoice", FOCUS),
                        parts.stream().map(Part::name))
                .toList())) {
            TreeSet<String> currencies = new TreeSet<>(kept.rows().keySet());
            parts.stream()
                    .filter(part -> part.name().equals(name))
                    .map(Part::currency)
                    .forEach(currencies::add);
            currencies.forEach(currency -> differences.addAll(differences(name, currency, kept)));
        }
        return differences;
    }

    private List<String> differences(String name, String currency, KeptTotals kept) {
        Part part = part(name, currency);
        Map<CostMeasure, BigDecimal> expected =
                new EnumMap<>(part("daily_cost", currency).costs());
        expected.putAll(kept.costs().getOrDefault(currency, Map.of()));
        List<String> differences = new ArrayList<>();
        long rows = kept.rows().getOrDefault(currency, 0L);
        if (part.rows() != rows && !name.equals(FOCUS)) {
            differences.add(name + " has " + part.rows() + " line items in " + currency + ", the ledger " + rows);
        }
        part.costs().forEach((measure, cost) -> {
            BigDecimal other = expected.getOrDefault(measure, BigDecimal.ZERO);
            if (cost.compareTo(other) != 0) {
                differences.add(measure.columnName() + " of " + name + " in " + currency + " is " + Money.plain(cost)
                        + " and should be " + Money.plain(other));
            }
        });
        return differences;
    }

    private Part part(String name, String currency) {
        return parts.stream()
                .filter(part -> part.name().equals(name) && part.currency().equals(currency))
                .findFirst()
                .orElse(new Part(name, currency, 0, Map.of()));
    }
}
