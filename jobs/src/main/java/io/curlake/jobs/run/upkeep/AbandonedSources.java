package io.curlake.jobs.run.upkeep;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.log.Effect;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;

/** The sources that tables know and the configuration does not. Their rows stay until somebody says otherwise. */
public record AbandonedSources(Warehouse warehouse) {
    private static final String SOURCE = "source";

    /** What is in {@code reconciliation} only, no run can have left: it is written between tables that name the source too. */
    private static final List<TableName> NAMING =
            List.of(TableName.DELIVERY, TableName.ACCOUNT, TableName.CONNECTED_ACCOUNT);

    /** All of them, by name. */
    public List<AbandonedSource> all() {
        Set<String> names = new TreeSet<>();
        Arrays.stream(TableName.values())
                .filter(AbandonedSources::isPartitioned)
                .forEach(table ->
                        warehouse.tables().partitions(table).forEach(partition -> names.add(partition.source())));
        for (TableName table : NAMING) {
            warehouse.tables().rows(table, List.of(SOURCE)).forEach(row -> names.add(row.getString(0)));
        }
        warehouse.config().sources().stream().map(SourceConfig::name).forEach(names::remove);
        return names.stream().map(this::source).toList();
    }

    /** The source of that name; refuses one that is still configured, and one that no table knows. */
    public AbandonedSource require(String name) {
        if (warehouse.config().sources().stream().anyMatch(s -> s.name().equals(name))) {
            throw Refusal.usage("Cannot purge source '" + name + "': the configuration has it. Remove it there first; "
                    + "'curlake maintain --purge' without --source removes the masked rows of all sources.");
        }
        return all().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.usage("Cannot purge source '" + name
                        + "': no table has rows of it. 'curlake maintain' names the sources that are no longer "
                        + "configured."));
    }

    /**
     * The commits that take a source out of every table that names one; what discovery found in accounts is of no source, and
     * stays. First out of {@code delivery}: a source that comes back after a kill midway is loaded from the start.
     */
    List<PlannedChange> removal(AbandonedSource source) {
        List<PlannedChange> changes = new ArrayList<>();
        List<TableName> tables = new ArrayList<>(Arrays.asList(TableName.values()));
        tables.remove(TableName.DELIVERY);
        tables.add(0, TableName.DELIVERY);
        // Last, so that a source which is not quite gone is still named by the next run.
        tables.remove(TableName.CONNECTED_ACCOUNT);
        tables.add(TableName.CONNECTED_ACCOUNT);
        for (TableName table : tables) {
            if (isPartitioned(table)) {
                changes.add(partitions(table, source.name()));
            } else if (namesSource(table)
                    && !warehouse.tables().read(table).filter(of(source)).isEmpty()) {
                changes.add(rows(table, source));
            }
        }
        changes.removeIf(change -> change.replaced().isEmpty());
        return changes;
    }

    private PlannedChange partitions(TableName table, String name) {
        Publication gone =
                warehouse.tables().remove(table, file -> sourceOf(file).equals(name));
        return new PlannedChange(table, gone.replaced(), Effect.ROWS, () -> gone.commit(note(name)));
    }

    private PlannedChange rows(TableName table, AbandonedSource source) {
        Publication whole = warehouse.tables().replaceAll(table);
        return new PlannedChange(
                table,
                whole.replaced(),
                Effect.ROWS,
                () -> whole.write(warehouse
                                .tables()
                                .read(table)
                                .filter(not(of(source)))
                                .coalesce(1))
                        .commit(note(source.name())));
    }

    private AbandonedSource source(String name) {
        List<TableFile> files = warehouse.tables().files(TableName.LINE_ITEM).stream()
                .filter(file -> sourceOf(file).equals(name))
                .toList();
        return new AbandonedSource(
                name,
                files.stream().mapToLong(TableFile::visibleRows).sum(),
                files.stream().map(TableFile::partition).distinct().count());
    }

    private static boolean isPartitioned(TableName table) {
        return !table.partitionColumns().isEmpty();
    }

    private static boolean namesSource(TableName table) {
        return Arrays.asList(table.schema().fieldNames()).contains(SOURCE);
    }

    private static String sourceOf(TableFile file) {
        return Partition.of(file.partition()).source();
    }

    /** False, not unknown, of a row without a source. */
    private static Column of(AbandonedSource source) {
        return col(SOURCE).eqNullSafe(source.name());
    }

    private static String note(String source) {
        return "{\"verb\":\"maintain --purge --source\",\"source\":\"" + source + "\"}";
    }
}
