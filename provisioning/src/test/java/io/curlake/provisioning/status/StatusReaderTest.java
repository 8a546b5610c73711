package io.curlake.provisioning.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.StandIn;
import io.curlake.provisioning.aws.Permission;
import io.curlake.provisioning.catalog.Definitions;
import io.curlake.provisioning.check.Configured;
import io.curlake.provisioning.check.ExportCheck;
import io.curlake.provisioning.definition.TestSource;
import io.curlake.provisioning.delivery.BucketInMemory;
import io.curlake.provisioning.delivery.DeliveredPeriod;
import io.curlake.provisioning.listing.ExportList;
import io.curlake.provisioning.listing.ExportList.Entry;
import io.curlake.provisioning.status.Created.Evidence;
import io.curlake.sandbox.aws.AwsRequest;
import io.curlake.sandbox.aws.Failure;
import io.curlake.sandbox.aws.export.Export;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusReaderTest {
    private static final String STATEMENT = "SELECT line_item_unblended_cost FROM COST_AND_USAGE_REPORT";
    private static final String FILE = "exports/acme-cur2/data/BILLING_PERIOD=2026-10/acme-cur2-00001.snappy.parquet";
    private static final String MANIFEST = "exports/acme-cur2/metadata/BILLING_PERIOD=2026-10/acme-cur2-Manifest.json";
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-12-23T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path directory;

    private StandIn standIn;

    @BeforeEach
    void start() {
        standIn = new StandIn(directory);
        standIn.aws().buckets().add("acme-billing", "111122223333", "eu-west-1");
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void aNewExportHasRunButNotDelivered() {
        Export export = standIn.aws().exports().add(Definitions.export("acme-cur2", STATEMENT));
        export.addExecution("QUERY_IN_PROCESS");

        ExportStatus status = reader(ExportFormat.CUR2_PARQUET).read();

        assertThat(status.subject()).isEqualTo(new ExportStatus.Subject("acme", "111122223333", export.arn()));
        assertThat(status.created().evidence()).isEqualTo(Evidence.AWS);
        assertThat(status.firstDeliveryBy())
                .isEqualTo(status.created()
                        .at()
                        .map(at -> at.plus(Duration.ofHours(24)).truncatedTo(ChronoUnit.SECONDS)));
        assertThat(status.lastExecution())
                .hasValueSatisfying(execution -> assertThat(execution.code()).isEqualTo("QUERY_IN_PROCESS"));
        assertThat(status.periods()).isEmpty();
        assertThat(status.denied()).isEmpty();
        assertThat(status.exitCode()).isEqualTo(ExitCode.NOTHING_DELIVERED);
    }

    @Test
    void whatWasDeliveredIsReadFromTheBucket() {
        standIn.aws().exports().add(Definitions.export("acme-cur2", STATEMENT));
        standIn.put(FILE, "rows");
        standIn.put(MANIFEST, BucketInMemory.manifest("e1", FILE));

        ExportStatus status = reader(ExportFormat.CUR2_PARQUET).read();

        assertThat(status.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(status.periods()).singleElement().satisfies(october -> {
            assertThat(october.period()).hasToString("2026-10");
            assertThat(october.deliveryId()).isEqualTo("e1");
            assertThat(october.isComplete()).isTrue();
        });
        assertThat(status.missing()).extracting(Object::toString).containsExactly("2026-11");
    }

    @Test
    void aReportIsDatedByTheJournalOrTheTestObject() {
        standIn.aws().reports().add(Definitions.report("acme-cur"));
        assertThat(reader(ExportFormat.LEGACY_CSV).read().created())
                .isEqualTo(new Created(Optional.empty(), Evidence.NONE));

        standIn.put("aws-programmatic-access-test-object", "test");
        assertThat(reader(ExportFormat.LEGACY_CSV).read().created().evidence()).isEqualTo(Evidence.TEST_OBJECT);

        Optional<Instant> written = Optional.of(Instant.parse("2026-11-01T00:00:00Z"));
        StatusReader withJournal =
                new StatusReader(standIn.clients(), Configured.source(ExportFormat.LEGACY_CSV), source -> written, NOW);
        assertThat(withJournal.read().created()).isEqualTo(new Created(written, Evidence.JOURNAL));
    }

    @Test
    void anExportThatIsNotThereMayHaveDelivered() {
        standIn.put(FILE, "rows");
        standIn.put(MANIFEST, BucketInMemory.manifest("e1", FILE));

        ExportStatus status = reader(ExportFormat.CUR2_PARQUET).read();

        assertThat(status.health().meaning()).isEqualTo("account 111122223333 has no export 'acme-cur2'");
        assertThat(status.periods()).hasSize(1);
    }

    @Test
    void everyDeniedCallIsTold() {
        standIn.aws().exports().add(Definitions.export("acme-cur2", STATEMENT)).addExecution("QUERY_QUEUED");
        for (String operation : new String[] {"GetExport", "GetExecution", "ListObjectsV2"}) {
            standIn.aws().fail(operation, Failure.accessDenied());
        }

        ExportStatus status = reader(ExportFormat.CUR2_PARQUET).read();

        assertThat(status.exitCode()).isEqualTo(ExitCode.PERMISSION_DENIED);
        assertThat(status.health().meaning()).isEqualTo("healthy");
        assertThat(status.lastExecution()).isPresent();
        assertThat(status.denied())
                .extracting(call -> call.permission().action())
                .containsExactly("bcm-data-exports:GetExport", "bcm-data-exports:GetExecution", "s3:ListBucket");
    }

    @Test
    void aManifestThatMayNotBeReadIsToldWithTheRightForAllOfTheExport() {
        standIn.put(MANIFEST, "{}");
        standIn.put(MANIFEST.replace("2026-10", "2026-11"), "{}");
        standIn.aws().fail("GetObject", Failure.accessDenied());

        ExportStatus status = reader(ExportFormat.CUR2_PARQUET).read();

        assertThat(status.periods())
                .extracting(period -> period.problem().orElse(""))
                .containsExactly(
                        "manifest '" + MANIFEST.replace("2026-10", "2026-11") + "': AWS denies reading it",
                        "manifest '" + MANIFEST + "': AWS denies reading it");
        assertThat(status.denied())
                .extracting(call -> call.permission())
                .containsExactly(new Permission("s3:GetObject", "arn:aws:s3:::acme-billing/exports/acme-cur2/*"));
    }

    @Test
    void aWaitEndsWhenTheLastFileOfTheManifestIsThere() {
        standIn.put(MANIFEST, BucketInMemory.manifest("e1", FILE));
        StatusReader reader = reader(ExportFormat.CUR2_PARQUET);

        DeliveryWait.Outcome outcome =
                new DeliveryWait(reader::periods, NOW, pause -> standIn.put(FILE, "rows")).until(Duration.ofHours(1));

        assertThat(outcome.newest()).map(DeliveredPeriod::deliveryId).contains("e1");
        assertThat(outcome.isComplete()).isTrue();
    }

    @Test
    void aWaitThatMayNotListTheBucketEndsAtOnce() {
        standIn.aws().fail("ListObjectsV2", Failure.accessDenied());
        StatusReader reader = reader(ExportFormat.CUR2_PARQUET);

        assertThatThrownBy(reader::periods)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.PERMISSION_DENIED))
                .hasMessage("Cannot list s3://acme-billing/exports/acme-cur2/: AWS denies s3:ListBucket on "
                        + "arn:aws:s3:::acme-billing. Add this statement to the policy of the caller: {\"Effect\": "
                        + "\"Allow\", \"Action\": \"s3:ListBucket\", \"Resource\": \"arn:aws:s3:::acme-billing\"}");
    }

    @Test
    void aBucketInAnotherRegionThanConfiguredIsToldWithItsOwn() {
        standIn.close();
        standIn = new StandIn(directory.resolve("another"));
        standIn.aws().buckets().add("acme-billing", "111122223333", "ap-southeast-2");

        assertThatThrownBy(() -> reader(ExportFormat.CUR2_PARQUET).read())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("Cannot list s3://acme-billing/exports/acme-cur2/: bucket 'acme-billing' is in "
                        + "ap-southeast-2, the configuration says eu-west-1. Write 'region: ap-southeast-2'.");
    }

    @Test
    void withoutARegionTheBucketIsFoundByListingIt() {
        standIn.put(FILE, "rows");
        standIn.put(MANIFEST, BucketInMemory.manifest("e1", FILE));
        SourceConfig source = TestSource.cur2("");

        assertThat(new StatusReader(standIn.clients(), source, CreationJournal.EMPTY, NOW)
                        .read()
                        .periods())
                .singleElement()
                .satisfies(period -> assertThat(period.isComplete()).isTrue());
        assertThat(standIn.aws().requests("GetBucketLocation")).isEmpty();
    }

    @Test
    void credentialsOfAnotherAccountAreRefused() {
        standIn.aws().account("999988887777");
        String reason =
                " 'acme': these credentials are arn:aws:iam::999988887777:user/sandbox of account 999988887777, "
                        + "the configured payer is 111122223333. Use credentials of the payer, or correct 'payer' in the "
                        + "configuration.";
        SourceConfig source = Configured.source(ExportFormat.CUR2_PARQUET);

        assertThatThrownBy(() -> reader(ExportFormat.CUR2_PARQUET).read())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessage("Cannot tell the status of" + reason);
        assertThatThrownBy(() -> ExportList.of(standIn.clients(), source))
                .hasMessage("Cannot list the exports of" + reason);
        assertThatThrownBy(() -> ExportCheck.run(standIn.clients(), source, NOW))
                .hasMessage("Cannot check the export of" + reason);
        assertThat(standIn.aws().requests()).extracting(AwsRequest::operation).containsOnly("GetCallerIdentity");
    }

    /** The rights of 'policy reading', and no other. */
    @Test
    void deliveriesAreToldWhereTheCallerMayReadThemOnly() {
        standIn.put(FILE, "rows");
        standIn.put(MANIFEST, BucketInMemory.manifest("e1", FILE));
        standIn.aws().fail("ListExports", Failure.accessDenied());
        standIn.aws().fail("GetBucketLocation", Failure.accessDenied());

        ExportStatus status = reader(ExportFormat.CUR2_PARQUET).read();

        assertThat(status.periods()).hasSize(1);
        assertThat(status.denied())
                .extracting(call -> call.permission().action())
                .containsExactly("bcm-data-exports:ListExports");
    }

    @Test
    void aListNamesExportsThatMayNotBeRead() {
        standIn.aws().exports().add(Definitions.export("acme-cur2", STATEMENT));
        standIn.aws().fail("GetExport", Failure.accessDenied());
        standIn.aws().reports().add(Definitions.report("acme-cur"));

        ExportList list = ExportList.of(standIn.clients(), Configured.source(ExportFormat.CUR2_PARQUET));

        assertThat(list.entries())
                .containsExactly(
                        new Entry("acme-cur2", "?", "?", "?", "HEALTHY"),
                        new Entry(
                                "acme-cur", "legacy report", "s3://acme-billing/reports", "textORcsv GZIP", "unknown"));
        assertThat(list.exitCode()).isEqualTo(ExitCode.PERMISSION_DENIED);
        assertThat(list.denied()).hasSize(1);
    }

    private StatusReader reader(ExportFormat format) {
        return new StatusReader(standIn.clients(), Configured.source(format), CreationJournal.EMPTY, NOW);
    }
}
