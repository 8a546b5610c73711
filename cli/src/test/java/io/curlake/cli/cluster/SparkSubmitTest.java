package io.curlake.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.cli.cluster.Submission.Ended;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.jobs.sample.waste.Inventory;
import io.curlake.jobs.storage.S3aSettings;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.AccountId;
import io.curlake.model.config.ConfigFile;
import io.curlake.sandbox.S3Server;
import io.curlake.sandbox.aws.AwsStandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night on a standalone cluster of Spark: master, two workers and each driver in processes of their own, the jobs jar
 * submitted with the command of {@code docs/spark-submit.md}. One story: each test goes on where the one before it ended. It takes
 * minutes: {@code -Dcurlake.test.cluster=1} runs it.
 */
@EnabledIfSystemProperty(named = "curlake.test.cluster", matches = "1")
@ExtendWith(NeedsTheSparkJar.class)
@TestMethodOrder(OrderAnnotation.class)
@Timeout(600)
class SparkSubmitTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SampleSpec SAMPLE = SampleSpec.into("s3a://acme-billing")
            .withSize(6, 2, 3_000)
            .withExport("acme-export", "exports", new AccountId("111122223333"));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder;

    private static S3Server s3;
    private static AwsStandIn aws;
    private static StandaloneCluster cluster;
    private static DriverMachine driver;

    @BeforeAll
    static void start() {
        s3 = S3Server.start(folder.resolve("s3"));
        s3.createBucket("acme-billing");
        s3.createBucket("acme-finops");
        aws = AwsStandIn.start(s3);
        SparkHome home = SparkHome.in(folder.resolve("spark"));
        cluster = StandaloneCluster.start(home, folder.resolve("cluster"));
        driver = DriverMachine.in(
                folder.resolve("driver"),
                home,
                cluster.url(),
                Map.of(
                        "STORE_KEY", s3.accessKey(),
                        "STORE_SECRET", s3.secretKey(),
                        "AWS_ACCESS_KEY_ID", s3.accessKey(),
                        "AWS_SECRET_ACCESS_KEY", s3.secretKey()));
        driver.write("conf/curlake.yaml", configuration("adopt"));
        driver.write("conf/rewrite.yaml", configuration("rewrite"));
    }

    @AfterAll
    static void stop() throws IOException {
        Stream.of(cluster, aws, s3).filter(resource -> resource != null).forEach(SparkSubmitTest::close);
        removeLinks();
    }

    /** Else JUnit warns of each of them when it removes the folder. */
    private static void removeLinks() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    @Order(1)
    void aDeliveryIsLoadedByExecutorsThatHaveNoFileAndNoKeyOfTheDriver() throws IOException {
        Ended sample = driver.submit(
                "sample",
                "--config",
                "conf/curlake.yaml",
                "--out",
                "s3a://acme-billing",
                "--accounts",
                "6",
                "--months",
                "2",
                "--rows",
                "3000",
                "--rows-per-file",
                "400");
        assertThat(sample.exitCode()).as(sample.err()).isZero();
        Ended connect = driver.submit(words("accounts connect --source acme", connected()));
        assertThat(connect.exitCode()).as(connect.err()).isZero();

        Ended load = driver.submit("load", "--source", "acme", "--period", "2026-09", "--json");

        assertThat(load.exitCode()).as(load.err()).isZero();
        JsonNode period = JSON.readTree(load.json()).at("/periods/0");
        assertThat(period.path("way").asText()).isEqualTo("adopted");
        assertLoadedWhole(period);
    }

    @Test
    @Order(2)
    void aLoadWhoseWorkerIsKilledEndsRightOrFailsCleanAndTheNextOneRepairs() throws IOException {
        Submission load = driver.start(
                "load", "--source", "acme", "--config", "conf/rewrite.yaml", "--period", "2026-10", "--json");
        Path written = folder.resolve("s3/acme-finops/curlake/line_item/source=acme/billing_period=2026-10");
        while (load.isRunning() && !Files.exists(written)) {
            Waiting.briefly();
        }
        cluster.killWorker(2);
        assertThat(load.isRunning()).as("the worker was killed too late").isTrue();

        Ended disturbed = load.end();

        System.out.println("SparkSubmitTest: the load whose worker was killed ended with " + disturbed.exitCode());
        assertThat(disturbed.exitCode()).as(disturbed.err()).isIn(0, 1);
        if (disturbed.exitCode() == 0) {
            assertLoadedWhole(JSON.readTree(disturbed.json()).at("/periods/0"));
        } else {
            assertThat(disturbed.out() + disturbed.err()).contains("Cannot ").contains("run again");
        }
        cluster.startWorkers();
        Ended next = driver.submit("load", "--source", "acme", "--config", "conf/rewrite.yaml", "--json");
        assertThat(next.exitCode()).as(next.err()).isZero();
        Ended proof = driver.submit("reconcile", "--source", "acme", "--json");
        assertThat(proof.exitCode()).as(proof.err()).isZero();
        assertThat(JSON.readTree(proof.json()).at("/periods")).hasSize(2).allSatisfy(period -> {
            assertThat(period.path("status").asText()).isEqualTo("proved");
            assertLoadedWhole(period);
        });
    }

    @Test
    @Order(3)
    void theGoldTablesAreBuiltAndProvedOnExecutors() throws IOException {
        Ended build = driver.submit("build", "--source", "acme", "--json");

        assertThat(build.exitCode()).as(build.err()).isZero();
        assertThat(JSON.readTree(build.json()).at("/periods")).hasSize(2);
        assertThat(folder.resolve("s3/acme-finops/curlake/daily_cost/_delta_log"))
                .isDirectory();
    }

    @Test
    @Order(4)
    void discoveryLooksAtAccountsFromBothWorkers() throws IOException {
        aws.cloud().load(Inventory.of(SAMPLE));
        Path record = Files.createDirectory(folder.resolve("events"));

        Ended discover = driver.start(
                        List.of(
                                "--conf", "spark.eventLog.enabled=true",
                                "--conf", "spark.eventLog.rolling.enabled=false",
                                "--conf", "spark.eventLog.compress=false",
                                "--conf", "spark.eventLog.dir=" + record.toUri()),
                        "discover",
                        "--json")
                .end();

        assertThat(discover.exitCode()).as(discover.err()).isZero();
        assertThat(aws.requests("AssumeRole"))
                .hasSizeGreaterThanOrEqualTo(connected().size());
        assertThat(executorsThatLooked(driver.events(record))).containsExactlyInAnyOrder("0", "1");
    }

    @Test
    @Order(5)
    void theExitCodeOfTheVerbIsThatOfSparkSubmit() throws IOException {
        Ended nothing = driver.submit("load", "--source", "quiet", "--json");

        assertThat(nothing.exitCode()).as(nothing.err()).isEqualTo(3);
        assertThat(nothing.err() + nothing.out())
                .contains("nothing is delivered at s3://acme-billing/exports/no-such-export");
    }

    @Test
    @Order(6)
    void aConfigurationMayLieOnS3AndAMistakeInItEndsWithTwo() throws IOException {
        Configuration settings = new Configuration();
        S3aSettings.of(ConfigFile.parse("the test", configuration("adopt"), SparkSubmitTest::environment))
                .applyTo(settings);
        new Storage(settings)
                .write(
                        "s3a://acme-finops/conf/curlake.yaml",
                        configuration("adopt").replace("sources:", "sauces:").getBytes(StandardCharsets.UTF_8));

        Ended refused = driver.start(
                        List.of(
                                "--conf", "spark.hadoop.fs.s3a.endpoint=" + s3.endpoint(),
                                "--conf", "spark.hadoop.fs.s3a.endpoint.region=us-east-1",
                                "--conf", "spark.hadoop.fs.s3a.path.style.access=true"),
                        "load",
                        "--config",
                        "s3://acme-finops/conf/curlake.yaml")
                .end();

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(2);
        assertThat(refused.err()).contains("Cannot read configuration s3://acme-finops/conf/curlake.yaml");
    }

    private static String environment(String name) {
        return name.equals("STORE_KEY") ? s3.accessKey() : s3.secretKey();
    }

    private static String configuration(String layout) {
        return """
                warehouse: s3a://acme-finops/curlake
                layout: %s
                s3: {endpoint: "%s", path-style: true, access-key: "${STORE_KEY}", secret-key: "${STORE_SECRET}"}
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-export, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                  - name: quiet
                    payer: "111122223333"
                    export: {name: no-such-export, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                discovery: {endpoint: "%s", role: "arn:aws:iam::{account}:role/curlake-discovery", accounts-at-once: 1}
                """.formatted(layout, s3.endpoint(), aws.endpoint());
    }

    /** All linked accounts but the smallest one. */
    private static List<String> connected() {
        List<Account> accounts = Organization.of(SAMPLE).accounts();
        return accounts.subList(1, accounts.size() - 1).stream()
                .map(account -> account.id().toString())
                .toList();
    }

    /** Rows that are delivered as the sample says, kept and unconnected both some, and a ledger that balances. */
    private static void assertLoadedWhole(JsonNode period) {
        assertThat(period.path("balanced").asBoolean()).as(period.toString()).isTrue();
        JsonNode rows = period.path("rows");
        assertThat(rows.path("delivered").asLong())
                .isEqualTo(delivered(period.path("billing_period").asText()));
        assertThat(rows.path("kept").asLong() + rows.path("unconnected").asLong())
                .isEqualTo(rows.path("delivered").asLong());
        assertThat(rows.path("kept").asLong()).isPositive();
        assertThat(rows.path("unconnected").asLong()).isPositive();
    }

    private static long delivered(String period) {
        try {
            JsonNode truth = JSON.readTree(folder.resolve("s3/acme-billing/exports/acme-export/truth.json")
                    .toFile());
            for (JsonNode one : truth.path("periods")) {
                if (one.path("billing_period").asText().equals(period)) {
                    return one.path("rows").asLong();
                }
            }
            throw new AssertionError("truth.json knows no period " + period);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> executorsThatLooked(List<String> events) throws IOException {
        Set<Integer> stages = new HashSet<>();
        Set<String> executors = new HashSet<>();
        for (String line : events) {
            JsonNode event = JSON.readTree(line);
            String description =
                    event.path("Properties").path("spark.job.description").asText();
            if (event.path("Event").asText().equals("SparkListenerJobStart")
                    && description.startsWith("discover: look at ")) {
                event.path("Stage IDs").forEach(stage -> stages.add(stage.asInt()));
            }
            if (event.path("Event").asText().equals("SparkListenerTaskEnd")
                    && stages.contains(event.path("Stage ID").asInt())) {
                executors.add(event.path("Task Info").path("Executor ID").asText());
            }
        }
        return executors;
    }

    private static String[] words(String verb, List<String> more) {
        return Stream.concat(Stream.of(verb.split(" ", -1)), more.stream()).toArray(String[]::new);
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
