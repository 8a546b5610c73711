package io.curlake.jobs.run.insight;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.insight.showback.SharedCosts;
import io.curlake.jobs.insight.showback.TeamColumns;
import io.curlake.jobs.insight.showback.TeamCost;
import io.curlake.jobs.insight.showback.TeamMap;
import io.curlake.jobs.insight.showback.TeamMapFile;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.run.history.RecordedBuild;
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
import org.apache.spark.sql.Row;

/** Costs by team: every built period whose build, or whose rules, are not those that its rows were made of. */
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
        Set<Partition> kept = warehouse.tables().partitions(TableName.LINE_ITEM);
        builds(source).forEach((partition, build) -> {
            String label = label(build, content);
            // A period that nothing was kept of has no file here either.
            Set<String> due = kept.contains(partition) ? Set.of(label) : Set.of();
            if (!known.getOrDefault(partition, Set.of()).equals(due)) {
                Origin origin = new Origin(build.deliveryId(), build.loadId());
                tables.replace(TableName.TEAM_COST, partition, origin, rows(partition, map, build.net()), label);
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

    /** Those that are of the line items as they are now: a period that is not built again yet keeps its costs by team. */
    private SortedMap<Partition, RecordedBuild> builds(String source) {
        LoadHistory loads = LoadHistory.of(warehouse);
        SortedMap<Partition, RecordedBuild> builds = new TreeMap<>(Partition.BY_SOURCE_AND_PERIOD);
        RecordedBuild.all(warehouse).forEach((partition, build) -> {
            boolean isOfNewest = loads.of(partition).stream().allMatch(build::isOf);
            if (partition.source().equals(source) && isOfNewest && !loads.isUnfinished(partition)) {
                builds.put(partition, build);
            }
        });
        return builds;
    }

    /** Names all that the rows of a period depend on. */
    private static String label(RecordedBuild build, String rules) {
        String text = String.join("\n", build.loadId(), build.net().name(), rules);
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private List<Object[]> rows(Partition partition, TeamMap map, Net net) {
        List<TeamCost> costs = TeamColumns.totals(warehouse.tables().read(TableName.LINE_ITEM, partition), map, net)
                .orderBy(col("usage_date"), col("team"), col("usage_account_id"), col("product_code"), col("currency"))
                .collectAsList()
                .stream()
                .map(Showback::cost)
                .toList();
        return SharedCosts.split(map, costs).stream().map(Showback::values).toList();
    }

    private static TeamCost cost(Row row) {
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
                row.getAs("net_amortized"));
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
