package io.curlake.jobs.run.upkeep;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.build.Build;
import io.curlake.jobs.run.build.BuildSummary;
import io.curlake.jobs.run.build.BuiltPeriod;
import io.curlake.jobs.run.upkeep.MaintainRequest.MaskedRows;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaintainGoldTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String LABS = "999988887777";
    private static final List<TableName> TABLES =
            List.of(TableName.DAILY_COST, TableName.INVOICE, TableName.FOCUS_COST_AND_USAGE, TableName.GOLD_BUILD);

    @TempDir
    private Path folder;

    @Test
    void whatAnEarlierBuildMadeGoesAndTheNewestStays() {
        new TestExport(folder.resolve("bucket"))
                .deliver(
                        OCTOBER,
                        "e1",
                        List.of(List.of(usage(OCTOBER, TestExport.PAYER, 1.5), usage(OCTOBER, LABS, 2.25))));
        TestWarehouse warehouse = TestWarehouse.in(folder);
        warehouse.loadPeriod();
        build(warehouse);
        warehouse.connect(LABS);
        warehouse.loadPeriod();
        build(warehouse);
        Map<TableName, List<String>> before = rows(warehouse);
        assertThat(before.get(TableName.DAILY_COST)).hasSize(2);
        assertThat(files()).isEqualTo(2);

        new Maintain(warehouse.warehouse(), Progress.SILENT)
                .run(new MaintainRequest(MaskedRows.PURGE, Optional.empty(), Duration.ZERO));

        assertThat(files()).isEqualTo(1);
        assertThat(rows(warehouse)).isEqualTo(before);
        assertThat(build(warehouse).periods())
                .extracting(BuiltPeriod::status)
                .containsExactly(BuiltPeriod.Status.UNCHANGED);
    }

    private static BuildSummary build(TestWarehouse warehouse) {
        return new Build(warehouse.warehouse(), sentence -> {}).run(LoadRequest.EVERYTHING);
    }

    private static Map<TableName, List<String>> rows(TestWarehouse warehouse) {
        Map<TableName, List<String>> rows = new LinkedHashMap<>();
        TABLES.forEach(table -> rows.put(
                table,
                warehouse.read(table).collectAsList().stream()
                        .map(Row::toString)
                        .sorted()
                        .toList()));
        return rows;
    }

    /** Of {@code daily_cost}. */
    private long files() {
        try (Stream<Path> files = Files.walk(folder.resolve("warehouse/daily_cost"))) {
            return files.filter(file -> file.toString().endsWith(".parquet")
                            && !file.toString().contains("_delta_log"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
