package io.curlake.jobs.run.fault;

import static io.curlake.jobs.run.TestLineItem.usage;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Reconcile;
import io.curlake.jobs.run.Step;
import io.curlake.jobs.run.TestCsvExport;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.storage.S3aSettings;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.Partition;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.sandbox.S3Server;
import io.curlake.sandbox.fault.Fault;
import io.curlake.sandbox.fault.FaultyS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * S3 that asks for fewer requests, answers late, resets connections, loses answers and cuts bodies off. Exports and warehouse
 * are on it.
 */
@Timeout(300)
class S3OnABadDayTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String EXPORTS = "fault-billing";
    private static final String WAREHOUSE = "fault-finops";
    private static final String LATER =
            ". Run again later; if it stays so, look at the network and at the state of the store.";
    private static final String STRANGER = "999988887777";
    private static final String HEADER = "bill/BillingPeriodStartDate,lineItem/UsageAccountId,lineItem/LineItemType,"
            + "lineItem/CurrencyCode,lineItem/UnblendedCost\n";

    @TempDir
    static Path folder;

    private static FaultyS3 exports;
    private static FaultyS3 warehouses;
    private static S3Server server;

    @BeforeAll
    static void deliver() {
        server = S3Server.start(folder.resolve("s3"));
        exports = endpoint(EXPORTS, 1);
        warehouses = endpoint(WAREHOUSE, 2);
        Path bucket = folder.resolve("bucket");
        new TestExport(bucket)
                .deliver(
                        OCTOBER,
                        "e1",
                        List.of(
                                List.of(usage(OCTOBER, TestExport.PAYER, 1.25), usage(OCTOBER, STRANGER, 2.5)),
                                List.of(usage(OCTOBER, TestExport.PAYER, 0.1))));
        new TestCsvExport(bucket.resolve("legacy"), ExportFormat.LEGACY_CSV)
                .deliver(
                        OCTOBER,
                        "a1",
                        HEADER + "2026-10-01T00:00:00Z,111122223333,Usage,USD,1.5\n",
                        HEADER + "2026-10-01T00:00:00Z,999988887777,Usage,USD,0.7\n");
        upload(bucket);
    }

    @AfterEach
    void aGoodDay() {
        exports.fail(0);
        warehouses.fail(0);
    }

    @AfterAll
    static void stop() {
        exports.close();
        warehouses.close();
        server.close();
    }

    @Test
    void aLoadEndsWithTheTablesOfAGoodDay() {
        TestWarehouse good = warehouse("good");
        assertThat(good.load().exitCode()).isEqualTo(ExitCode.DONE);
        TestWarehouse bad = warehouse("bad");
        exports.fail(0.15);
        warehouses.fail(0.15);

        LoadSummary summary = bad.load();

        assertThat(summary.exitCode()).as(summary.toString()).isEqualTo(ExitCode.DONE);
        aGoodDay();
        assertThat(exports.met()).containsKey(Fault.PARTIAL_BODY);
        assertThat(warehouses.met()).containsOnlyKeys(Fault.values());
        assertThat(StoredTables.of(bad)).isEqualTo(StoredTables.of(good));
        assertThat(new Reconcile(bad.warehouse()).run(LoadRequest.EVERYTHING).balanced())
                .isTrue();
    }

    @Test
    void anExportThatIsGoneForGoodIsRefusedAndNothingIsPublished() {
        TestWarehouse warehouse = warehouse("without-export");

        LoadSummary summary = warehouse.load(from(Step.PINNED, exports, Fault.SLOW_DOWN));

        assertThat(summary.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
        assertThat(summary.periods())
                // Which of the two files is read first is not known.
                .extracting(period -> period.error().orElse("").replace("-00002.snappy", "-00001.snappy"))
                .containsExactly(
                        "Cannot read s3://fault-billing/" + TestExport.key(OCTOBER, "e1", 1)
                                + ": S3 fails however often it is asked (Slow Down)" + LATER,
                        "Cannot read s3://fault-billing/legacy/exports/acme-cur2/: S3 fails however often it is asked "
                                + "(Please reduce your request rate)" + LATER);
        aGoodDay();
        assertThat(warehouse.lineItems()).isEmpty();
        assertThat(warehouse.load().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(warehouse.lineItems()).hasSize(3);
    }

    @Test
    void aWarehouseThatIsGoneForGoodIsRefusedAndNothingIsPublished() {
        TestWarehouse warehouse = warehouse("gone");

        LoadSummary summary = warehouse.load(from(Step.WRITTEN, warehouses, Fault.RESET));

        assertThat(summary.exitCode()).isEqualTo(ExitCode.UNEXPECTED);
        assertThat(summary.periods())
                .extracting(period -> period.error().orElse(""))
                .allMatch(error ->
                        error.matches("Cannot (read|write) s3://fault-finops/gone/.*: S3 fails however often it is "
                                + "asked \\(Connection reset\\)" + Pattern.quote(LATER)));
        aGoodDay();
        assertThat(warehouse.lineItems()).isEmpty();
        // Nobody could give the lock back: it expires.
        TestWarehouse later = new TestWarehouse(Warehouse.open(
                TestSpark.session(), config("gone"), Clock.offset(Clock.systemUTC(), Duration.ofHours(1))));
        assertThat(later.load().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(later.lineItems()).hasSize(3);
    }

    private static Progress from(Step first, FaultyS3 s3, Fault fault) {
        return new Progress() {
            @Override
            public void reached(Step step, Partition partition) {
                if (step == first) {
                    s3.failAlways(fault);
                }
            }
        };
    }

    private static TestWarehouse warehouse(String name) {
        return TestWarehouse.of(config(name));
    }

    private static CurlakeConfig config(String name) {
        return ConfigFile.parse("test.yaml", """
                warehouse: s3a://%1$s/%2$s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: %3$s, prefix: exports, format: cur2-parquet}
                  - name: old
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: %3$s, prefix: legacy/exports, format: legacy-csv}
                """.formatted(WAREHOUSE, name, EXPORTS), text -> "");
    }

    /** A bucket of its own for each endpoint: Hadoop keeps the file system of a bucket, and settings by bucket. */
    private static FaultyS3 endpoint(String bucket, long seed) {
        server.createBucket(bucket);
        FaultyS3 s3 = FaultyS3.before(server, seed);
        Configuration settings = TestSpark.session().sparkContext().hadoopConfiguration();
        CurlakeConfig config = ConfigFile.parse(
                "test.yaml", """
                warehouse: s3a://%s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, format: cur2-parquet}
                s3: {endpoint: "%s", path-style: true, access-key: "%s", secret-key: "%s"}
                """.formatted(bucket, s3.endpoint(), server.accessKey(), server.secretKey()), text -> "");
        S3aSettings.of(config)
                .values()
                .forEach((name, value) ->
                        settings.set(name.replaceFirst("fs.s3a.", "fs.s3a.bucket." + bucket + "."), value));
        // A test has no time for the pauses between attempts, those of AWS's SDK, which are seconds, among them.
        settings.set("fs.s3a.bucket." + bucket + ".attempts.maximum", "1");
        settings.set("fs.s3a.bucket." + bucket + ".retry.interval", "10ms");
        settings.set("fs.s3a.bucket." + bucket + ".retry.throttle.interval", "10ms");
        return s3;
    }

    private static void upload(Path bucket) {
        Storage storage = new Storage(TestSpark.session().sparkContext().hadoopConfiguration());
        try {
            for (Path file : Folders.content(bucket)) {
                if (Files.isRegularFile(file) && !file.toString().endsWith(".crc")) {
                    byte[] content = Files.readAllBytes(file);
                    if (file.toString().endsWith(".json")) {
                        content = new String(content, UTF_8)
                                .replace("acme-billing", EXPORTS)
                                .replace("\"exports/", "\"legacy/exports/")
                                .getBytes(UTF_8);
                    }
                    storage.write("s3a://" + EXPORTS + "/" + bucket.relativize(file), content);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
