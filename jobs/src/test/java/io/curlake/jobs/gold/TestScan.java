package io.curlake.jobs.gold;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.gold.scan.ChargeScan;
import io.curlake.jobs.gold.scan.Grouping;
import io.curlake.jobs.gold.scan.text.FileMaps;
import io.curlake.jobs.lineitem.scan.RowMask;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import io.curlake.jobs.storage.ParquetBatches;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.storage.TestStores;
import io.curlake.jobs.storage.maps.MapNumbers;
import io.curlake.model.BillingPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Line items of 2026-10 in a Parquet file, scanned as a build does. */
public final class TestScan {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");

    private TestScan() {}

    /** What line items add up to, with these columns. */
    public static Dataset<Row> of(Dataset<Row> lineItems, Grouping grouping, StructType columns) {
        return rows(groups(lineItems, grouping), columns);
    }

    public static TextGroups groups(Dataset<Row> lineItems, Grouping grouping) {
        return groups(lineItems, grouping, FileMaps.Regions.IN_A_COLUMN);
    }

    public static TextGroups groups(Dataset<Row> lineItems, Grouping grouping, FileMaps.Regions regions) {
        return files(lineItems)
                .map(file -> groups(file, grouping, regions))
                .reduce(TextGroups::merge)
                .orElseThrow();
    }

    public static Dataset<Row> rows(TextGroups groups, StructType columns) {
        List<Row> rows = new ArrayList<>();
        groups.rows().forEachRemaining(rows::add);
        return TestSpark.session().createDataFrame(rows, columns);
    }

    private static TextGroups groups(StoredObject file, Grouping grouping, FileMaps.Regions regions) {
        Storage storage = TestStores.local();
        try (FileMaps maps = new FileMaps((columns, fold) -> MapNumbers.open(storage, file, columns, fold), regions)) {
            ChargeScan scan = new ChargeScan(List.of(grouping), OCTOBER, maps, RowMask.NONE);
            ParquetBatches.of(TestSpark.session(), scan.columns()).read(file, scan::add);
            return scan.groups().get(0);
        }
    }

    /** Writes line items as a load does. */
    public static Stream<StoredObject> files(Dataset<Row> lineItems) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "scan-").toAbsolutePath();
            lineItems.write().mode("overwrite").parquet(folder.toUri().toString());
            try (Stream<Path> parts = Files.list(folder)) {
                return parts
                        .filter(part -> part.toString().endsWith(".parquet"))
                        .sorted()
                        .map(TestScan::object)
                        .toList()
                        .stream();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StoredObject object(Path file) {
        try {
            return new StoredObject("file://" + file, Files.size(file), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
