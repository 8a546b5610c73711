package io.curlake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.bench.Comparison.Result;
import io.curlake.bench.Comparison.Side;
import io.curlake.model.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonReportTest {
    @TempDir
    private Path folder;

    private Path bucket = Path.of("");

    @BeforeEach
    void writeASmallDelivery() throws IOException {
        bucket = folder.resolve("acme-billing");
        Path root = Files.createDirectories(bucket.resolve("exports/acme-export"));
        Files.write(root.resolve("1.parquet"), new byte[3 << 20]);
        Files.writeString(root.resolve("acme-export-Manifest.json"), """
                {"columns": [{"name": "a", "type": "string"}, {"name": "b", "type": "double"}],
                 "dataFiles": ["s3://acme-billing/exports/acme-export/1.parquet"]}
                """);
        Files.writeString(root.resolve("truth.json"), """
                {"periods": [{"rows": 1000, "groups": [
                  {"account": "111122223333", "rows": 100}, {"account": "000000000001", "rows": 500},
                  {"account": "000000000002", "rows": 380}, {"account": "", "rows": 20}]}]}
                """);
    }

    @Test
    void theTableSetsOneBesideTheOther() {
        assertThat(ComparisonReport.text(result()))
                .startsWith("cur2-parquet: 1,000 rows × 2 columns, 3 MiB in 1 files; "
                        + "2 of 3 accounts are connected and keep 600 rows.")
                .contains("║ CPU seconds   │    30.0 │   10.0 │  3.00 ║")
                .contains("║ Peak MiB      │   2,048 │    512 │  4.00 ║")
                .contains("║ Rows a second │      50 │    200 │  0.25 ║")
                .endsWith("Medians of 3 turns.");
    }

    @Test
    void theJsonHasTheFiguresOfBoth() {
        assertThat(ComparisonReport.json(result()))
                .contains("\"rows\":1000,\"columns\":2,\"files\":1,\"bytes\":3145728,\"accounts\":3,\"connected\":2")
                .contains("\"curlake\":{\"wall_seconds\":20.0,\"cpu_seconds\":30.0,\"peak_bytes\":2147483648")
                .contains("\"ratio\":{\"wall\":4.0,\"cpu\":3.0}");
    }

    private Result result() {
        return new Result(
                new SampleExport(ExportFormat.CUR2_PARQUET, bucket),
                2,
                600,
                3,
                new Side(new Measurement(20, 30, 2L << 30), 2 << 20),
                new Side(new Measurement(5, 10, 512 << 20), 1 << 20));
    }
}
