package io.curlake.jobs.run.focus;

import io.curlake.jobs.gold.focus.FocusColumns;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Writes the table {@code focus_cost_and_usage} for other tools, a folder for each source and billing period. */
public final class FocusExport {
    private static final Column[] COLUMNS =
            Arrays.stream(FocusColumns.ALL.fieldNames()).map(Column::new).toArray(Column[]::new);

    private final Warehouse warehouse;

    public FocusExport(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Refuses before anything is written; a second export replaces the first. */
    public List<ExportedPeriod> run(FocusExportRequest request) {
        List<Partition> partitions = warehouse.tables().partitions(TableName.FOCUS_COST_AND_USAGE).stream()
                .filter(request::wants)
                .sorted(Partition.BY_SOURCE_AND_PERIOD)
                .toList();
        if (partitions.isEmpty()) {
            throw new Refusal(
                    ExitCode.NOTHING_DELIVERED,
                    "Cannot export charges: table 'focus_cost_and_usage' holds no billing period that was asked for. "
                            + "Run 'curlake build'.");
        }
        String out = Storage.uri(request.out()).replaceAll("/+$", "");
        List<ExportFolder> folders = partitions.stream()
                .map(partition -> new ExportFolder(warehouse.storage(), out + "/" + partition.folder()))
                .toList();
        folders.forEach(ExportFolder::requireOwn);
        return IntStream.range(0, partitions.size())
                .mapToObj(i -> write(partitions.get(i), folders.get(i), request.format()))
                .toList();
    }

    private ExportedPeriod write(Partition partition, ExportFolder folder, FocusFormat format) {
        Dataset<Row> charges = warehouse
                .tables()
                .read(TableName.FOCUS_COST_AND_USAGE, partition)
                .select(COLUMNS);
        folder.clear();
        switch (format) {
            case PARQUET -> charges.write().mode("append").parquet(folder.uri());
            case CSV -> CsvCharges.write(charges, folder.uri());
        }
        return folder.exported(partition);
    }
}
