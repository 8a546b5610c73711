package io.curlake.jobs.run.report.table;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.concern.Discovery;
import io.curlake.jobs.report.concern.Discovery.Billed;
import io.curlake.jobs.report.concern.Discovery.Rule;
import io.curlake.jobs.report.concern.Discovery.Savings;
import io.curlake.jobs.report.concern.Finding;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** Findings from {@code recommendation}, and what of the bill is of no known resource, from {@code resource_cost}. */
public record FindingTables(Warehouse warehouse, List<String> sources) {
    private static final int FINDINGS = 30;
    private static final int RULES = 30;

    private static final Comparator<String> KNOWN_FIRST =
            Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder());

    public Discovery read() {
        Map<String, List<Row>> byCurrency = warehouse.tables().rows(TableName.RECOMMENDATION).stream()
                .filter(row -> row.getAs("source") == null || sources.contains(row.<String>getAs("source")))
                .collect(Collectors.groupingBy(
                        FindingTables::currency, () -> new TreeMap<>(KNOWN_FIRST), Collectors.toList()));
        List<Savings> savings = byCurrency.entrySet().stream()
                .map(entry -> savings(entry.getKey(), entry.getValue()))
                .toList();
        return new Discovery(ran(), savings, billed());
    }

    /** What is of no bill is of every report: nobody else would show it. */
    private Column isOfSources() {
        return col("source").isNull().or(col("source").isin(sources.toArray()));
    }

    private static String currency(Row row) {
        return row.getAs("saving") == null
                ? ""
                : Optional.ofNullable(row.<String>getAs("currency")).orElse("");
    }

    private static Savings savings(String currency, List<Row> rows) {
        List<Finding> findings = rows.stream()
                .map(FindingTables::finding)
                .sorted(Comparator.comparing(
                                (Finding finding) -> finding.saving().orElse(BigDecimal.ZERO))
                        .reversed()
                        .thenComparing(Finding::rule)
                        .thenComparing(Finding::resource))
                .toList();
        List<Rule> rules = findings.stream()
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> rule(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Rule::saving).reversed())
                .toList();
        return new Savings(
                currency,
                Top.of(rules, RULES, Rule.NONE, Rule::plus),
                Top.of(findings, FINDINGS, Finding.NONE, Finding::plus));
    }

    private static Rule rule(String name, List<Finding> findings) {
        return new Rule(
                name,
                findings.size(),
                findings.stream()
                        .flatMap(finding -> finding.saving().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Finding finding(Row row) {
        return new Finding(
                row.getAs("rule"),
                row.getAs("account_id"),
                row.getAs("region"),
                row.getAs("resource_id"),
                Optional.ofNullable(row.<String>getAs("name")).orElse(""),
                row.getAs("reason"),
                Optional.ofNullable(row.<BigDecimal>getAs("saving")),
                row.getAs("confidence"),
                row.getAs("how_to_check"));
    }

    private Optional<Instant> ran() {
        return warehouse.tables().rows(TableName.DISCOVERY_RUN, List.of("run_began")).stream()
                .map(row -> row.<Timestamp>getAs("run_began").toInstant())
                .max(Instant::compareTo);
    }

    private List<Billed> billed() {
        return warehouse
                .tables()
                .readQuickly(TableName.RESOURCE_COST)
                .filter(isOfSources())
                .groupBy(
                        coalesce(col("match"), lit("")).as("match"),
                        coalesce(col("explanation"), lit("")).as("explanation"),
                        coalesce(col("currency"), lit("")).as("currency"))
                .agg(count(lit(1)), Sums.total("net_amortized_cost"))
                .orderBy(col("currency"), col("net_amortized_cost").desc(), col("match"), col("explanation"))
                .collectAsList()
                .stream()
                .map(row -> new Billed(
                        row.getString(0), row.getString(1), row.getString(2), row.getLong(3), Sums.amount(row, 4)))
                .toList();
    }
}
