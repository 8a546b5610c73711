package io.curlake.provisioning.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.BillingPeriod;
import io.curlake.provisioning.aws.DeniedCalls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveriesTest {
    private static final String TIME = "2026-11-02T13:14:43Z";
    private static final String OCTOBER = "exports/cur2/data/BILLING_PERIOD=2026-10/";

    private final BucketInMemory bucket = new BucketInMemory();
    private final Deliveries deliveries = deliveries("exports", "cur2");

    @Test
    void theNewestManifestOfAPeriodTellsItsFiles() {
        String first = OCTOBER + "2026-11-01T01:00:00.000Z-e1/cur2-00001.snappy.parquet";
        String second = OCTOBER + "2026-11-02T01:00:00.000Z-e2/cur2-00001.snappy.parquet";
        String folder = "exports/cur2/metadata/BILLING_PERIOD=2026-10/";
        bucket.put(first, "rows", TIME).put(second, "rows", TIME);
        bucket.put(
                folder + "2026-11-01T01:00:00.000Z-e1/cur2-Manifest.json",
                BucketInMemory.manifest("e1", first),
                "2026-11-01T02:00:00Z");
        bucket.put(
                folder + "2026-11-02T01:00:00.000Z-e2/cur2-Manifest.json",
                BucketInMemory.manifest("e2", second),
                "2026-11-02T02:00:01Z");
        bucket.put(folder + "cur2-Manifest.json", BucketInMemory.manifest("e2", second), "2026-11-02T02:00:00Z");

        assertThat(deliveries.periods())
                .contains(List.of(new DeliveredPeriod(
                        BillingPeriod.parse("2026-10"),
                        Instant.parse("2026-11-02T02:00:00Z"),
                        2,
                        "e2",
                        1,
                        List.of(),
                        Optional.empty())));
    }

    @Test
    void aFileThatIsNotThereOrEmptyIsMissing() {
        bucket.put(OCTOBER + "cur2-00001.csv.gz", "rows", TIME).put(OCTOBER + "cur2-00002.csv.gz", "", TIME);
        bucket.put(
                "exports/cur2/metadata/BILLING_PERIOD=2026-10/Manifest.json",
                BucketInMemory.manifest(
                        "e1",
                        OCTOBER + "cur2-00001.csv.gz",
                        OCTOBER + "cur2-00002.csv.gz",
                        OCTOBER + "cur2-00003.csv.gz"),
                TIME);

        DeliveredPeriod october = deliveries.periods().orElseThrow().get(0);

        assertThat(october.isComplete()).isFalse();
        assertThat(october.missing()).containsExactly(OCTOBER + "cur2-00002.csv.gz", OCTOBER + "cur2-00003.csv.gz");
    }

    @ParameterizedTest
    @CsvSource({
        "exports, cur2, exports/cur2/metadata/billing_period=2026-10/Manifest.json, 2026-10",
        "'', cur2, cur2/metadata/BILLING_PERIOD=2026-10/cur2-Manifest.json, 2026-10",
        "'', cur2, /cur2/metadata/BILLING_PERIOD=2026-10/cur2-Manifest.json, 2026-10",
        "/exports/, cur2, /exports/cur2/metadata/BILLING_PERIOD=2026-10/cur2-Manifest.json, 2026-10",
        "exports/, cur2, exports//cur2/metadata/BILLING_PERIOD=2026-10/cur2-Manifest.json, 2026-10",
        "reports, cur, reports/cur/20261201-20270101/cur-Manifest.json, 2026-12",
        "reports, cur, reports/cur/20261201-20270101/20261203T125721Z/cur-Manifest.json, 2026-12",
        "reports, cur, reports/cur/cur/year=2026/month=8/cur-Manifest.json, 2026-08"
    })
    void aManifestIsFoundInEveryLayout(String prefix, String name, String key, String period) {
        bucket.put(key, "{\"assemblyId\": \"a1\", \"reportKeys\": []}", TIME);

        assertThat(deliveries(prefix, name).periods().orElseThrow())
                .singleElement()
                .isEqualTo(new DeliveredPeriod(
                        BillingPeriod.parse(period), Instant.parse(TIME), 1, "a1", 0, List.of(), Optional.empty()));
    }

    @Test
    void periodsAreToldFromTheNewestAndOtherFoldersAreLeftAlone() {
        for (String month : List.of("2026-09", "2026-11", "2026-10", "2026-13")) {
            bucket.put(
                    "exports/cur2/metadata/BILLING_PERIOD=" + month + "/Manifest.json",
                    BucketInMemory.manifest("e"),
                    TIME);
        }
        bucket.put("exports/cur2b/metadata/BILLING_PERIOD=2026-08/Manifest.json", BucketInMemory.manifest("e"), TIME);

        assertThat(deliveries.periods().orElseThrow())
                .extracting(period -> period.period().toString())
                .containsExactly("2026-11", "2026-10", "2026-09");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {not json | it is no JSON
                    {}        | it names no files: neither 'dataFiles' nor 'reportKeys'
                    """)
    void aManifestThatCannotBeReadIsAProblemOfItsPeriod(String text, String problem) {
        String key = "exports/cur2/metadata/BILLING_PERIOD=2026-10/Manifest.json";
        bucket.put(key, text, TIME);

        DeliveredPeriod october = deliveries.periods().orElseThrow().get(0);

        assertThat(october.problem()).contains("manifest '" + key + "': " + problem);
        assertThat(october.isComplete()).isFalse();
    }

    @Test
    void theTestObjectIsFoundAtEitherPlace() {
        assertThat(deliveries.testObject()).isEmpty();

        bucket.put("exports/aws-programmatic-access-test-object", "x", "2026-11-02T00:00:00Z");
        assertThat(deliveries.testObject()).contains(Instant.parse("2026-11-02T00:00:00Z"));

        bucket.put("aws-programmatic-access-test-object", "x", "2026-11-01T00:00:00Z");
        assertThat(deliveries.testObject()).contains(Instant.parse("2026-11-01T00:00:00Z"));
    }

    private Deliveries deliveries(String prefix, String name) {
        return new Deliveries(bucket, new ExportFolder(prefix, name), new DeniedCalls());
    }
}
