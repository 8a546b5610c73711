package io.curlake.jobs.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.due.Patience;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.copy.S3Requests;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.Tables;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkRequest;

/** Two years of periods on S3, all of them loaded before: what a load asks of S3, and which periods it looks at. */
class UnchangedNightTest {
    private static final int PERIODS = 24;
    private static final String BUCKET = "unchanged-night";
    private static final BillingPeriod NEWEST = BillingPeriod.parse("2026-10");

    @TempDir
    static Path folder;

    private static Storage storage;

    private final List<String> notices = new ArrayList<>();

    @BeforeAll
    static void recordLoads() {
        storage = S3Requests.seen(BUCKET);
        List<Row> rows = periods().stream().map(UnchangedNightTest::delivered).toList();
        Warehouse warehouse = warehouse("all");
        new AccountRegister(warehouse).withPayersOf(warehouse.config().sources());
        warehouse
                .tables()
                .append(TableName.DELIVERY)
                .write(warehouse.rows(TableName.DELIVERY, rows))
                .commit("{}");
    }

    @BeforeEach
    @AfterEach
    void forget() {
        S3Requests.forget();
    }

    @Test
    void anUnchangedPeriodCostsOneRequest() {
        LoadSummary summary = load("all", LoadRequest.EVERYTHING);

        assertThat(summary.count(Status.UNCHANGED)).isEqualTo(PERIODS);
        assertThat(summary.periods().get(0).partition().period()).isEqualTo(NEWEST);
        assertThat(S3Requests.sent(SdkRequest.class)).hasSizeBetween(PERIODS, PERIODS + 2);
    }

    @Test
    void closedMonthsThatAreNotWatchedCostNone() {
        LoadSummary summary = load("3m", LoadRequest.EVERYTHING);

        assertThat(summary.periods())
                .extracting(period -> period.partition().period() + " " + period.status())
                .containsExactly("2026-10 UNCHANGED", "2026-09 UNCHANGED", "2026-08 UNCHANGED");
        assertThat(S3Requests.sent(SdkRequest.class)).hasSizeBetween(3, 5);
        assertThat(notices)
                .containsExactly("'acme': 21 loaded periods are not looked at, because the configuration says "
                        + "'watch: 3m'; --period looks at one");
    }

    @Test
    void aMonthThatIsNamedIsLookedAtThoughItIsNotWatched() {
        BillingPeriod old = BillingPeriod.parse("2025-01");

        LoadSummary summary = load("3m", new LoadRequest(List.of(), List.of(old), Set.of()));

        assertThat(summary.count(Status.UNCHANGED)).isEqualTo(1);
        assertThat(S3Requests.sent(SdkRequest.class)).hasSize(1);
    }

    @Test
    void earlierMonthsAreLeftOutOnRequest() {
        LoadSummary summary = load("all", LoadRequest.EVERYTHING.since(BillingPeriod.parse("2026-09")));
        LoadSummary none = load("all", LoadRequest.EVERYTHING.since(BillingPeriod.parse("2027-01")));

        assertThat(summary.periods())
                .extracting(period -> period.partition().period().toString())
                .containsExactly("2026-10", "2026-09");
        assertThat(none.exitCode()).isEqualTo(ExitCode.NOTHING_DELIVERED);
        assertThat(none.periods().get(0).error())
                .hasValue("Cannot load 'acme' since 2027-01: the newest billing period at "
                        + "s3://unchanged-night/exports/acme-cur2/ is 2026-10. Name an earlier month.");
    }

    private LoadSummary load(String watch, LoadRequest request) {
        Progress progress = new Progress() {
            @Override
            public void notice(String sentence) {
                notices.add(sentence);
            }
        };
        return new Load(warehouse(watch), progress, Patience.NONE).run(request);
    }

    private static Warehouse warehouse(String watch) {
        CurlakeConfig config =
                ConfigFile.parse("test.yaml", """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: %s, prefix: exports, format: cur2-parquet}
                watch: %s
                """.formatted(folder.resolve("warehouse"), BUCKET, watch), name -> "");
        SparkSession spark = TestSpark.session();
        Clock november = Clock.fixed(Instant.parse("2026-11-20T06:00:00Z"), ZoneOffset.UTC);
        return new Warehouse(
                spark,
                storage,
                new Tables(spark, storage, Storage.uri(config.warehouse()), november),
                config,
                november);
    }

    private static List<BillingPeriod> periods() {
        return IntStream.range(0, PERIODS)
                .mapToObj(i -> new BillingPeriod(NEWEST.month().minusMonths(i)))
                .toList();
    }

    /** Writes a manifest, beside the folder of its delivery, and gives the row of its load. */
    private static Row delivered(BillingPeriod period) {
        String metadata = "s3a://" + BUCKET + "/exports/acme-cur2/metadata/BILLING_PERIOD=" + period + "/";
        byte[] content = ("{\"executionId\":\"e-" + period + "\"}").getBytes(UTF_8);
        storage.write(metadata + "2026-11-02T13:14:43.337Z-e-" + period + "/acme-cur2-Manifest.json", content);
        storage.write(metadata + "acme-cur2-Manifest.json", content);
        String etag =
                storage.find(metadata + "acme-cur2-Manifest.json").orElseThrow().version();
        return RowFactory.create(
                "acme",
                period.toString(),
                "e-" + period,
                TestExport.ARN,
                "cur2-parquet",
                "adopted",
                metadata + "acme-cur2-Manifest.json",
                etag,
                new Row[0],
                0L,
                0L,
                new String[0],
                new String[0],
                new ConnectedAccounts(List.of()).fingerprint("acme", period, List.of()),
                "loaded",
                "load-" + period,
                new Timestamp(0),
                0L,
                null,
                new String[0],
                new String[0],
                new String[0]);
    }
}
