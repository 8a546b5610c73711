package io.curlake.jobs.run.fault;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.TestCsvExport;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestLineItem;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A day and a billing period are the same wherever the machine thinks it is: where it is tomorrow, and where it is yesterday. */
@Timeout(300)
class ClockZoneTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final List<String> EDGES = List.of(
            "2026-10-01T00:00:00Z",
            "2026-10-01T09:59:59Z",
            "2026-10-15T10:00:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-31T23:59:59Z");

    @TempDir
    Path folder;

    @Test
    void aLoadGivesTheSameTablesInEveryTimeZone() {
        deliver();
        Map<TableName, List<String>> parquet = loaded(ExportFormat.CUR2_PARQUET);
        Map<TableName, List<String>> text = loaded(ExportFormat.LEGACY_CSV);
        assertThat(text.get(TableName.UNCONNECTED_COST))
                .extracting(row -> row.replaceFirst(".*usage_date=([-0-9]+),.*", "$1"))
                .containsExactly("2026-10-01", "2026-10-15", "2026-10-25", "2026-10-31");

        try (TestProcess ahead = process("Pacific/Kiritimati");
                TestProcess behind = process("America/Los_Angeles")) {
            assertSame(ExportFormat.CUR2_PARQUET, parquet, ahead, behind);
            assertSame(ExportFormat.LEGACY_CSV, text, ahead, behind);
        }
    }

    private void assertSame(
            ExportFormat format, Map<TableName, List<String>> utc, TestProcess ahead, TestProcess behind) {
        ahead.say(SteppingLoad.line(format, bucket(format), warehouse(format, "ahead")));
        behind.say(SteppingLoad.line(format, bucket(format), warehouse(format, "behind")));
        assertThat(List.of(ahead.hear("ended"), behind.hear("ended"))).containsOnly("ended DONE 1 loaded");

        assertThat(stored(format, "ahead")).as("14 hours ahead").isEqualTo(utc);
        assertThat(stored(format, "behind")).as("7 hours behind").isEqualTo(utc);
    }

    private void deliver() {
        new TestExport(bucket(ExportFormat.CUR2_PARQUET))
                .deliver(OCTOBER, "e1", List.of(lines(TestExport.PAYER), lines("999988887777")));
        StringBuilder text = new StringBuilder("bill/BillingPeriodStartDate,lineItem/UsageStartDate,"
                + "lineItem/UsageAccountId,lineItem/LineItemType,lineItem/CurrencyCode,lineItem/UnblendedCost\n");
        for (String account : List.of(TestExport.PAYER, "999988887777")) {
            EDGES.forEach(time -> text.append("2026-10-01T00:00:00Z," + time + "," + account + ",Usage,USD,0.1\n"));
        }
        new TestCsvExport(bucket(ExportFormat.LEGACY_CSV), ExportFormat.LEGACY_CSV)
                .deliver(OCTOBER, "a1", text.toString());
    }

    private static List<TestLineItem> lines(String account) {
        return EDGES.stream()
                .map(time -> usage(OCTOBER, account, 0.1)
                        .with("line_item_usage_start_date", Timestamp.from(Instant.parse(time))))
                .toList();
    }

    private Map<TableName, List<String>> loaded(ExportFormat format) {
        TestWarehouse warehouse = TestWarehouse.of(warehouse(format, "utc"), bucket(format), format, SteppingLoad.MORE);
        assertThat(warehouse.load().exitCode()).isEqualTo(ExitCode.DONE);
        return StoredTables.of(warehouse);
    }

    private Map<TableName, List<String>> stored(ExportFormat format, String zone) {
        return StoredTables.of(TestWarehouse.of(warehouse(format, zone), bucket(format), format, SteppingLoad.MORE));
    }

    private Path bucket(ExportFormat format) {
        return folder.resolve("bucket-" + format);
    }

    private Path warehouse(ExportFormat format, String zone) {
        return folder.resolve(format + "-" + zone);
    }

    private TestProcess process(String zone) {
        return TestProcess.start(folder.resolve(zone.replace('/', '-') + ".log"), "-Duser.timezone=" + zone);
    }
}
