package io.curlake.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.cli.provision.ExportCommand;
import io.curlake.jobs.cli.CommandLines;
import io.curlake.jobs.storage.S3aSettings;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.lock.WarehouseLock;
import io.curlake.model.config.ConfigFile;
import io.curlake.sandbox.DeniedS3;
import io.curlake.sandbox.aws.AwsStandIn;
import io.curlake.sandbox.aws.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What a person types, and reads. */
class DoctorTest {
    private static final String DELIVERED =
            "exports/acme-cur2/data/BILLING_PERIOD=2026-10/acme-cur2-00001.snappy.parquet";
    private static final String MANIFEST = "exports/acme-cur2/metadata/BILLING_PERIOD=2026-10/acme-cur2-Manifest.json";

    @TempDir
    Path folder;

    private AwsStandIn aws;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(
            name = "curlake",
            subcommands = {DoctorCommand.class, ExportCommand.class})
    private static final class Verbs {}

    @BeforeEach
    void start() {
        aws = AwsStandIn.start(folder.resolve("s3"));
    }

    @AfterEach
    void stop() throws IOException {
        aws.close();
        // Hadoop keeps a client for each bucket of this process, and the next test has other servers.
        FileSystem.closeAll();
    }

    @Test
    void aHealthySetUpHasNothingToMendAndNothingIsLeftBehind() throws IOException {
        configure("s3a://acme-billing/warehouse", aws.endpoint());
        provision();
        deliver("s3a://acme-billing");

        int exitCode = run("doctor");

        assertThat(exitCode).as(out.toString()).isZero();
        assertThat(lines())
                .anyMatch(line -> line.matches("✓ machine: java +JDK 17 in .*\\."))
                .anyMatch(line -> line.matches("[✓!] machine: memory +.* of heap, .* in this machine\\..*"))
                .anyMatch(line -> line.matches("✓ machine: configuration +1 source in s3a://acme-billing/warehouse\\."))
                .anyMatch(line -> line.matches("✓ acme: credentials +arn:aws:iam::111122223333:.*"))
                .anyMatch(line -> line.matches("✓ acme: clock +as AWS's\\."))
                .anyMatch(line ->
                        line.matches("✓ acme: bucket +s3://acme-billing/" + MANIFEST + " and its files can be read\\."))
                .anyMatch(
                        line -> line.matches(
                                "✓ acme: delivery +newest of 1 period: 2026-10, 1 file, delivered .*, less than a minute ago\\."))
                .anyMatch(line ->
                        line.matches("[✓!] acme: export +arn:aws:bcm-data-exports:.* settings as they should be.*"))
                .anyMatch(line -> line.matches(
                        "! warehouse: tables +none yet in s3://acme-billing/warehouse\\. 'curlake load' makes them\\."))
                .anyMatch(line -> line.matches("✓ warehouse: lock +free\\."))
                .anyMatch(
                        line -> line.matches(
                                "✓ warehouse: conditional create +the store refuses to overwrite: one run writes at a time\\."));
        assertThat(lines().get(lines().size() - 1)).matches("\\d+ as they should be, \\d+ to know, 0 to mend\\.");
        assertThat(filesBelow(folder.resolve("s3/acme-billing/warehouse"))).isEmpty();
    }

    @Test
    void aDeniedBucketEndsWithFourAndTheActionsToAllow() throws IOException {
        try (DeniedS3 denied = DeniedS3.start()) {
            configure("s3a://acme-finops/curlake", denied.endpoint());
            provision();

            assertThat(run("doctor")).isEqualTo(4);
        }

        assertThat(lines())
                .anyMatch(
                        line -> line.matches("✗ acme: bucket +Cannot read s3://acme-billing/.*: access denied\\. Allow "
                                + "s3:GetObject, s3:ListBucket and s3:GetBucketLocation on .*"))
                .anyMatch(line ->
                        line.matches("✗ warehouse: tables +Cannot read s3://acme-finops/.*: access denied\\..*"))
                .noneMatch(line -> line.contains("conditional create"));
    }

    @Test
    void anExportThatDeliveredNothingEndsWithThree() throws IOException {
        configure(folder.resolve("warehouse").toString(), aws.endpoint());
        provision();

        assertThat(run("doctor")).as(out.toString()).isEqualTo(3);

        assertThat(lines())
                .anyMatch(
                        line -> line.matches(
                                "! acme: bucket +nothing is delivered at s3://acme-billing/exports/acme-cur2/? yet\\. "
                                        + "A new export delivers within 24 hours: 'curlake export status' says since when there is one\\."));
    }

    @Test
    void aHeldLockIsToldWithItsOwnerAndIsNoFault() throws IOException {
        String warehouse = folder.resolve("warehouse").toString();
        configure(warehouse, aws.endpoint());
        provision();
        deliver("s3a://acme-billing");

        try (WarehouseLock held =
                WarehouseLock.acquire(new Storage(new Configuration()), Storage.uri(warehouse), "load")) {
            assertThat(run("doctor")).as(out.toString()).isZero();
            assertThat(held.isStillHeld()).isTrue();
        }

        assertThat(lines())
                .anyMatch(line -> line.matches("! warehouse: lock +held by load by .*@.* \\(process "
                        + ProcessHandle.current().pid()
                        + "\\), since .*, less than a minute ago\\. Wait for it; without a sign of "
                        + "life it is taken over at .*Z\\."));
    }

    @Test
    void aBrokenConfigurationEndsWithTwoAndTheMachineIsLookedAtAllTheSame() throws IOException {
        Files.writeString(folder.resolve("curlake.yaml"), "warehouse: /data/curlake\nsorces: []\n");

        assertThat(run("doctor")).isEqualTo(2);

        assertThat(lines())
                .anyMatch(line -> line.startsWith("✓ machine: java"))
                .anyMatch(line -> line.matches("✗ machine: configuration +Cannot read .*curlake\\.yaml.*"))
                .anyMatch(line -> line.matches("✓ machine: credentials +arn:aws:iam::111122223333:.*"))
                .anyMatch(line -> line.matches("! machine: all else +not looked at: .* Mend the configuration and run "
                        + "'curlake doctor' again\\."));
    }

    @Test
    void aStoreThatOverwritesIsAFaultBecauseTheLockDoesNotHold() throws IOException {
        Path mirror = folder.resolve("mirror");
        try (OverwritingS3 store = OverwritingS3.start()) {
            configure("s3a://acme-finops/curlake", store.endpoint(), "    mirror: " + mirror + "\n");
            provision();
            deliver(mirror.toString());

            assertThat(run("doctor")).as(out.toString()).isEqualTo(5);
        }

        assertThat(lines())
                .anyMatch(
                        line -> line.matches("✗ warehouse: conditional create +the store overwrites what a conditional "
                                + "create must not: lock and commits do not hold\\. Keep the warehouse in a store that enforces "
                                + "'If-None-Match: \\*', as S3 does\\."))
                .last()
                .asString()
                .endsWith(", 1 to mend.");
    }

    @Test
    void anOldDeliveryIsToldWithItsAge() throws IOException {
        Path mirror = folder.resolve("mirror");
        configure(folder.resolve("warehouse").toString(), aws.endpoint(), "    mirror: " + mirror + "\n");
        deliver(mirror.toString());
        Files.setLastModifiedTime(
                mirror.resolve(MANIFEST), FileTime.from(Instant.now().minus(Duration.ofDays(5))));

        run("doctor");

        assertThat(lines())
                .anyMatch(line -> line.matches(
                        "! acme: delivery +newest of 1 period: 2026-10, 1 file, delivered .*, 5 days ago\\. "
                                + "AWS updates an export at least once a day: run 'curlake export check', and look at what fills the "
                                + "mirror\\."));
    }

    @Test
    void aTornDeliveryIsAFault() throws IOException {
        configure(folder.resolve("warehouse").toString(), aws.endpoint());
        provision();
        deliver("s3a://acme-billing");
        Files.delete(folder.resolve("s3/acme-billing").resolve(DELIVERED));

        assertThat(run("doctor")).isEqualTo(5);

        assertThat(lines()).anyMatch(line -> line.startsWith("✗ acme: bucket ") && line.contains(DELIVERED));
    }

    @Test
    void whatIsWrongWithTheExportIsSaidAndAMachineThatOnlyLoadsNeedsNoRightToLook() throws IOException {
        configure(folder.resolve("warehouse").toString(), aws.endpoint());
        provision();
        deliver("s3a://acme-billing");
        aws.exports().named("acme-cur2").status("UNHEALTHY", "INSUFFICIENT_PERMISSION");

        assertThat(run("doctor")).isEqualTo(5);
        assertThat(lines())
                .anyMatch(line ->
                        line.matches("✗ acme: export +health: unhealthy: AWS may not write to the bucket\\. Mend "
                                + "the bucket policy, .*"));

        aws.fail("ListExports", Failure.accessDenied());
        assertThat(run("doctor")).as(out.toString()).isZero();
        assertThat(lines())
                .anyMatch(line -> line.matches("! acme: export +.* looks denied\\. Run 'curlake export check' .*"));
    }

    @Test
    void everyCheckIsInTheJsonWithItsNextStep() throws IOException {
        configure(folder.resolve("warehouse").toString(), aws.endpoint());

        int exitCode = run("doctor", "--json");

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("verb").asText()).isEqualTo("doctor");
        assertThat(json.path("exit_code").asInt()).isEqualTo(exitCode);
        assertThat(json.path("checks")).anySatisfy(check -> {
            assertThat(check.path("of").asText()).isEqualTo("warehouse");
            assertThat(check.path("check").asText()).isEqualTo("tables");
            assertThat(check.path("level").asText()).isEqualTo("note");
            assertThat(check.path("next").asText()).isEqualTo("'curlake load' makes them.");
        });
    }

    private void configure(String warehouse, String endpoint, String... more) throws IOException {
        Files.writeString(
                folder.resolve("curlake.yaml"),
                """
                warehouse: %s
                s3: {endpoint: "%s", path-style: true, access-key: "%s", secret-key: "%s"}
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                """.formatted(warehouse, endpoint, aws.accessKey(), aws.secretKey()) + String.join("", more));
    }

    private void provision() {
        assertThat(run("export", "apply", "--yes")).as(err.toString()).isZero();
    }

    /** To the bucket as AWS does, through S3: objects that are put there otherwise have no ETag. */
    private void deliver(String bucket) {
        Configuration settings = new Configuration();
        S3aSettings.of(ConfigFile.read(folder.resolve("curlake.yaml"), name -> ""))
                .applyTo(settings);
        Storage storage = new Storage(settings);
        storage.write(Storage.uri(bucket) + "/" + DELIVERED, "rows".getBytes(StandardCharsets.UTF_8));
        storage.write(
                Storage.uri(bucket) + "/" + MANIFEST, """
                {"executionId": "6b622448-daaa-439c-92f1-afc727f1e0a3",
                 "exportArn": "arn:aws:bcm-data-exports:us-east-1:111122223333:export/acme-cur2-1",
                 "columns": [], "dataFiles": ["s3://acme-billing/%s"]}
                """.formatted(DELIVERED).getBytes(StandardCharsets.UTF_8));
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", folder.resolve("curlake.yaml").toString(), "--endpoint-url", aws.endpoint()));
        all.addAll(List.of("--journal", folder.resolve("journal.jsonl").toString()));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine commandLine = CommandLines.of(new Verbs(), List.of());
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
