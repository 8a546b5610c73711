package io.curlake.jobs.run.insight;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.insight.showback.SharedCosts;
import io.curlake.jobs.insight.showback.TeamColumns;
import io.curlake.jobs.insight.showback.TeamCost;
import io.curlake.jobs.insight.showback.TeamMap;
import io.curlake.jobs.insight.showback.TeamMapFile;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Costs by team: every period whose line items, or whose rules, are not those that its rows were made of. */
record Showback(Warehouse warehouse, InsightTables tables) {

    /** Nothing without a file of teams. One Spark job for each period that changed. */
    void refresh(String source) {
        Optional<String> file = warehouse.config().insight().teams();
        if (file.isEmpty()) {
            return;
        }
        String content = content(file.get());
        TeamMap map = TeamMapFile.read(file.get(), content);
        Map<Partition, Set<String>> known = warehouse.tables().labels(TableName.TEAM_COST);
        LoadHistory loads = LoadHistory.of(warehouse);
        labels(source, content).forEach((partition, label) -> {
            if (!known.getOrDefault(partition, Set.of()).equals(Set.of(label))) {
                Origin origin = loads.of(partition)
                        .map(load -> new Origin(load.deliveryId(), load.loadId()))
                        .orElse(new Origin("", ""));
                tables.replace(TableName.TEAM_COST, partition, origin, rows(partition, map), label);
            }
        });
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "Cannot read teams from " + file
                            + ": there is no such file, or it cannot be read. Name another under 'showback.teams' of the"
                            + " configuration.",
                    e);
        }
    }

    /** What the rows of each period depend on: the files of its line items, their masks, and the rules. */
    private SortedMap<Partition, String> labels(String source, String rules) {
        return warehouse.tables().files(TableName.LINE_ITEM).stream()
                .filter(file -> Partition.of(file.partition()).source().equals(source))
                .collect(Collectors.groupingBy(
                        file -> Partition.of(file.partition()),
                        () -> new TreeMap<>(Partition.BY_SOURCE_AND_PERIOD),
                        Collectors.collectingAndThen(
                                Collectors.mapping(file -> file.name() + file.maskIfAny(), Collectors.toList()),
                                files -> label(files.stream().sorted().toList(), rules))));
    }

    private static String label(List<String> files, String rules) {
        byte[] text = (rules + String.join("\n", files)).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(text).toString();
    }

    private List<Object[]> rows(Partition partition, TeamMap map) {
        List<Row> totals = TeamColumns.totals(warehouse.tables().read(TableName.LINE_ITEM, partition), map)
                .orderBy(col("usage_date"), col("team"), col("usage_account_id"), col("product_code"), col("currency"))
                .collectAsList();
        boolean isNet = totals.stream().anyMatch(row -> row.<Boolean>getAs("has_net"));
        List<TeamCost> costs = totals.stream()
                .map(row -> cost(row, isNet ? "delivered" : "absent"))
                .toList();
        return SharedCosts.split(map, costs).stream().map(Showback::values).toList();
    }

    private static TeamCost cost(Row row, String netAmortized) {
        String team = row.getAs("team");
        return new TeamCost(
                new TeamCost.Key(
                        Optional.ofNullable(row.<Date>getAs("usage_date")).map(Date::toLocalDate),
                        team,
                        team.isEmpty() ? TeamCost.Kind.UNMAPPED : TeamCost.Kind.OWN,
                        row.getAs("usage_account_id"),
                        row.getAs("product_code"),
                        row.getAs("currency")),
                row.getAs("unblended"),
                row.getAs(netAmortized));
    }

    private static Object[] values(TeamCost cost) {
        return new Object[] {
            cost.key().day().map(Date::valueOf).orElse(null),
            cost.key().team(),
            cost.key().kind().name().toLowerCase(Locale.ROOT),
            cost.key().account(),
            cost.key().productCode(),
            cost.key().currency(),
            cost.unblended(),
            cost.netAmortized()
        };
    }
}
