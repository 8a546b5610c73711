package io.curlake.jobs.run.discovery;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.discovery.Outcome;
import io.curlake.jobs.discovery.Outcome.Status;
import io.curlake.jobs.discovery.history.Look;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.record.Ended;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExitCode;
import io.curlake.model.resource.ResourceType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param accounts how many were asked for
 * @param looks at one type in one region of one account
 * @param unseen what was not found and why, alike ones together, those of most places first
 */
public record DiscoverySummary(
        Look look,
        int accounts,
        int looks,
        List<Resources> resources,
        List<Unseen> unseen,
        List<Match> matches,
        List<Findings> findings,
        ExitCode exitCode,
        double seconds) {

    /** How many resources of a type are known. */
    public record Resources(String type, long active, long ended) {}

    /** @param place one of the places */
    public record Unseen(
            String outcome, String type, long places, String place, String action, String statement, String message) {}

    /** Resources and costs that belong together, or do not, and why. */
    public record Match(String match, String explanation, String currency, long rows, BigDecimal cost) {}

    /**
     * @param savings those that are known, by currency
     * @param example what the finding of the largest saving says
     */
    public record Findings(String rule, long count, Map<String, BigDecimal> savings, String example) {}

    static DiscoverySummary of(Warehouse warehouse, Look look, int accounts, List<Row> outcomes, double seconds) {
        return new DiscoverySummary(
                look,
                accounts,
                outcomes.size(),
                resources(warehouse),
                unseen(outcomes),
                matches(warehouse),
                findings(warehouse.tables().rows(TableName.RECOMMENDATION)),
                exitCode(outcomes),
                seconds);
    }

    /** What is remembered of the run. Places that could not be looked at are counted; {@code discovery_run} names them. */
    Ended ended() {
        return Ended.of(
                exitCode,
                Map.of(
                        "accounts",
                        (long) accounts,
                        "looks",
                        (long) looks,
                        "places_unseen",
                        unseen.stream().mapToLong(Unseen::places).sum(),
                        "resources_active",
                        resources.stream().mapToLong(Resources::active).sum(),
                        "resources_ended",
                        resources.stream().mapToLong(Resources::ended).sum(),
                        "findings",
                        findings.stream().mapToLong(Findings::count).sum()),
                exitCode == ExitCode.DONE
                        ? List.of()
                        : unseen.stream()
                                .map(Unseen::message)
                                .distinct()
                                .limit(1)
                                .toList());
    }

    private static List<Resources> resources(Warehouse warehouse) {
        Map<String, Resources> byType = new TreeMap<>();
        warehouse
                .tables()
                .readQuickly(TableName.RESOURCE)
                .groupBy("resource_type", "active")
                .count()
                .collectAsList()
                .forEach(row -> byType.merge(
                        row.getString(0),
                        new Resources(
                                row.getString(0),
                                row.getBoolean(1) ? row.getLong(2) : 0,
                                row.getBoolean(1) ? 0 : row.getLong(2)),
                        (one, other) ->
                                new Resources(one.type(), one.active() + other.active(), one.ended() + other.ended())));
        return List.copyOf(byType.values());
    }

    private static List<Unseen> unseen(List<Row> outcomes) {
        Map<List<String>, List<Row>> alike = outcomes.stream()
                .filter(row -> !row.getAs("outcome").equals(Status.FOUND.word()))
                .collect(Collectors.groupingBy(
                        row -> List.of(
                                row.getAs("outcome"),
                                row.getAs("resource_type"),
                                row.getAs("action"),
                                row.getAs("message")),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return alike.values().stream()
                .map(rows -> unseen(rows.get(0), rows.size()))
                .sorted(Comparator.comparing(Unseen::places).reversed().thenComparing(Unseen::type))
                .toList();
    }

    private static Unseen unseen(Row first, long places) {
        String region = first.getAs("region");
        return new Unseen(
                first.getAs("outcome"),
                first.getAs("resource_type"),
                places,
                first.getAs("account_id") + (region.isEmpty() ? "" : " " + region),
                first.getAs("action"),
                first.getAs("statement"),
                first.getAs("message"));
    }

    private static List<Match> matches(Warehouse warehouse) {
        return warehouse
                .tables()
                .readQuickly(TableName.RESOURCE_COST)
                .groupBy(
                        col("match"),
                        col("explanation"),
                        coalesce(col("currency"), lit("")).as("currency"))
                .agg(count(lit(1)), ExactAmounts.total(col("net_amortized_cost")))
                .collectAsList()
                .stream()
                .map(row -> new Match(
                        row.getString(0), row.getString(1), row.getString(2), row.getLong(3), row.getDecimal(4)))
                .sorted(Comparator.comparing(Match::match)
                        .thenComparing(Match::cost, Comparator.reverseOrder())
                        .thenComparing(Match::explanation))
                .toList();
    }

    private static List<Findings> findings(List<Row> rows) {
        Map<String, List<Row>> byRule = rows.stream()
                .collect(Collectors.groupingBy(row -> row.<String>getAs("rule"), TreeMap::new, Collectors.toList()));
        List<Findings> findings = new ArrayList<>();
        byRule.forEach((rule, some) -> {
            Map<String, BigDecimal> savings = new TreeMap<>();
            some.stream()
                    .filter(row -> saving(row) != null)
                    .forEach(row -> savings.merge(row.getAs("currency"), row.getAs("saving"), BigDecimal::add));
            Row largest = some.stream()
                    .max(Comparator.comparing(
                            (Row row) -> saving(row), Comparator.nullsFirst(Comparator.naturalOrder())))
                    .orElseThrow();
            findings.add(new Findings(
                    rule, some.size(), savings, largest.getAs("resource_id") + ": " + largest.getAs("reason")));
        });
        return findings;
    }

    private static @Nullable BigDecimal saving(Row row) {
        return row.getAs("saving");
    }

    /** What is denied in part is said, and no failure. An account that could not be entered is one, as is a run that listed nothing. */
    private static ExitCode exitCode(List<Row> outcomes) {
        Set<String> ofAccounts = statuses(outcomes, Outcome.ACCOUNT::equals);
        Set<String> ofTypes =
                statuses(outcomes, type -> ResourceType.named(type).isPresent());
        boolean isListed = ofTypes.contains(Status.FOUND.word()) || ofTypes.contains(Status.PARTLY.word());
        if (ofAccounts.contains(Status.FAILED.word()) || ofAccounts.contains(Status.THROTTLED.word())) {
            return ExitCode.UNEXPECTED;
        }
        if (ofAccounts.contains(Status.DENIED.word()) || (!isListed && ofTypes.contains(Status.DENIED.word()))) {
            return ExitCode.PERMISSION_DENIED;
        }
        return isListed ? ExitCode.DONE : ExitCode.UNEXPECTED;
    }

    private static Set<String> statuses(List<Row> outcomes, Predicate<String> types) {
        return outcomes.stream()
                .filter(row -> types.test(row.getAs("resource_type")))
                .map(row -> row.<String>getAs("outcome"))
                .collect(Collectors.toSet());
    }
}
