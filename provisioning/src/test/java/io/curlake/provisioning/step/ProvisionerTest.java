package io.curlake.provisioning.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.definition.TestSource;
import io.curlake.provisioning.plan.Journal;
import io.curlake.provisioning.plan.Plan;
import io.curlake.provisioning.plan.PlannedStep;
import io.curlake.provisioning.plan.Step;
import io.curlake.provisioning.plan.Updates;
import io.curlake.provisioning.report.PlanReport;
import io.curlake.sandbox.S3Server;
import io.curlake.sandbox.aws.AwsRequest;
import io.curlake.sandbox.aws.AwsStandIn;
import io.curlake.sandbox.aws.Failure;
import io.curlake.sandbox.aws.bucket.Setting;
import io.curlake.sandbox.aws.export.Export;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From nothing, from something, and from the middle: what provisioning leaves at AWS. */
class ProvisionerTest {
    private static final String PAYER = TestSource.PAYER;

    @TempDir
    static Path folder;

    private static S3Server s3;
    private static AwsStandIn aws;
    private static AwsClients clients;
    private static int number;

    private String bucket = "";
    private TestProvisioning provisioning;

    @BeforeAll
    static void start() {
        s3 = S3Server.start(folder.resolve("s3"));
        aws = AwsStandIn.start(s3);
        clients = TestProvisioning.clients(aws);
    }

    @AfterAll
    static void stop() {
        clients.close();
        aws.close();
        s3.close();
    }

    /** Each test has a bucket and a journal of its own. */
    @BeforeEach
    void begin() {
        aws.exports().clear();
        aws.policyLag(0);
        aws.forgetRequests();
        bucket = "billing-" + ++number;
        provisioning = new TestProvisioning(clients, folder.resolve("journal-" + number + ".jsonl"));
    }

    private SourceConfig cur2(String more) {
        return TestSource.of("name: acme-cur2, bucket: " + bucket
                + ", prefix: exports, format: cur2-parquet, region: eu-west-1" + more);
    }

    private SourceConfig legacy() {
        return TestSource.of("name: acme-legacy-" + number + ", bucket: " + bucket
                + ", prefix: reports, format: legacy-csv, region: eu-west-1");
    }

    @Test
    void fromNothingToAnExport() {
        assertThat(signs(provisioning.plan(cur2("")))).isEqualTo("+++++++");

        List<String> done = provisioning.apply(cur2(", tags: {owner: finops}"));

        assertThat(done)
                .containsExactly(
                        "bucket " + bucket + " in eu-west-1",
                        "bucket " + bucket + ": lifecycle rule",
                        "bucket " + bucket + ": policy",
                        "CUR 2.0 export acme-cur2");
        assertThat(aws.buckets().named(bucket).region()).isEqualTo("eu-west-1");
        assertThat(aws.buckets().named(bucket).policy().orElseThrow())
                .contains("\"CurlakeTlsOnly\"", "\"CurlakeDataExports" + PAYER + "\"");
        Export export = aws.exports().named("acme-cur2");
        assertThat(export.tags()).containsEntry("owner", "finops");
        assertThat(export.definition().at("/DataQuery/QueryStatement").asText())
                .startsWith("SELECT bill_bill_type, ")
                .contains("line_item_resource_id")
                .doesNotContain("split_line_item", "*");
        assertThat(signs(provisioning.plan(cur2("")))).isEqualTo("=======");
    }

    /** New buckets have by now what curlake would set; stores and older buckets have not. */
    @Test
    void aBucketThatAKilledRunMadeGetsAllItsSettings() {
        makeHalfABucket();

        assertThat(provisioning.apply(cur2("")))
                .containsExactly(
                        "bucket " + bucket + ": public access block",
                        "bucket " + bucket + ": object ownership",
                        "bucket " + bucket + ": default encryption",
                        "bucket " + bucket + ": lifecycle rule",
                        "bucket " + bucket + ": policy",
                        "CUR 2.0 export acme-cur2");
        assertComplete();
    }

    @Test
    void aSecondApplyWritesNothing() {
        provisioning.apply(cur2(""));
        aws.forgetRequests();

        assertThat(provisioning.apply(cur2(""))).isEmpty();
        assertThat(writes()).isEmpty();
    }

    @Test
    void aBucketThatWasThereGetsOurStatementsAndNothingElse() {
        String foreign = """
                {"Version":"2012-10-17",   "Id": "Ours since 2019",
                  "Statement":[ {"Sid":"Audit","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},
                     "Action":[ "s3:GetObject" ],"Resource":"arn:aws:s3:::%s/*" } ]}""".formatted(PAYER, bucket);
        aws.buckets().add(bucket, PAYER, "eu-west-1").policy(foreign);

        Plan plan = provisioning.plan(cur2(""));
        provisioning.apply(cur2(""));

        assertThat(signs(plan)).isEqualTo("=~+");
        assertThat(PlanReport.of(plan))
                .contains(
                        "= bucket " + bucket
                                + " in eu-west-1\n      its public access block is not set; that is left to "
                                + "you\n",
                        "~ bucket " + bucket + ": policy\n      = statement 'Audit'\n      + statement "
                                + "'CurlakeDataExportsCheck" + PAYER);
        assertThat(aws.buckets().named(bucket).policy().orElseThrow())
                .startsWith(foreign.substring(0, foreign.lastIndexOf('}', foreign.length() - 3) + 1))
                .doesNotContain("CurlakeTlsOnly");
        assertThat(writes()).containsExactly("PutBucketPolicy", "CreateExport");
    }

    @Test
    void whatSomebodyChoseForOurBucketStays() {
        provisioning.apply(cur2(""));
        String kms =
                "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms"
                        + "</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>";
        aws.buckets().named(bucket).setting(Setting.ENCRYPTION, kms);

        Plan plan = provisioning.plan(cur2(""));

        assertThat(signs(plan)).isEqualTo("=======");
        assertThat(PlanReport.of(plan))
                .contains("= bucket " + bucket
                        + ": default encryption\n      its default encryption is not what curlake would "
                        + "set; it stays as it is\n");
    }

    @Test
    void aLifecycleRuleLeavesThoseThatAreThere() {
        provisioning.apply(cur2(""));
        SourceConfig other = TestSource.of(
                "name: acme-other, bucket: " + bucket + ", prefix: exports, format: cur2-csv, region: eu-west-1");

        provisioning.apply(other);

        assertThat(aws.buckets().named(bucket).setting(Setting.LIFECYCLE).orElseThrow())
                .contains("<ID>curlake-acme-cur2</ID>", "<ID>curlake-acme-other</ID>");
        assertThat(signs(provisioning.plan(cur2("")))).isEqualTo("=======");
    }

    @Test
    void aPolicyThatIsReplacedIsInTheJournal() {
        String foreign =
                "{\"Statement\":[{\"Sid\":\"Audit\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::" + PAYER
                        + ":root\"},\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::" + bucket + "/*\"}]}";
        aws.buckets().add(bucket, PAYER, "eu-west-1").policy(foreign);

        provisioning.apply(cur2(""));

        assertThat(folder.resolve("journal-" + number + ".jsonl"))
                .content()
                .contains("\"PUT_BUCKET_POLICY\"", foreign.replace("\"", "\\\""));
    }

    @Test
    void aBucketOfAnotherAccountIsRefused() {
        aws.buckets().add(bucket, "999988887777", "eu-west-1");

        assertThatThrownBy(() -> provisioning.plan(cur2("")))
                .hasMessage("Cannot use bucket '" + bucket + "': it belongs to another account than " + PAYER
                        + ", or the caller may not look at it. Bucket names are shared by all of AWS: choose another "
                        + "name; or, if the bucket is yours, add this statement to the policy of the caller: "
                        + "{\"Effect\": \"Allow\", \"Action\": \"s3:GetBucketLocation\", \"Resource\": \"arn:aws:s3:::"
                        + bucket
                        + "\"}");
        assertThat(writes()).isEmpty();
    }

    @Test
    void aBucketInAnotherRegionIsRefusedWithItsRegion() {
        aws.buckets().add(bucket, PAYER, "ap-southeast-2");

        assertThatThrownBy(() -> provisioning.plan(cur2("")))
                .hasMessage(
                        "Cannot provision 'acme': bucket '" + bucket + "' is in ap-southeast-2, the configuration says "
                                + "eu-west-1. Write 'region: ap-southeast-2'.");
    }

    @Test
    void withoutARegionTheBucketsOwnIsFound() {
        aws.buckets().add(bucket, PAYER, "ap-southeast-2");
        SourceConfig source = TestSource.of("name: acme-cur2, bucket: " + bucket + ", format: cur2-parquet");

        provisioning.apply(source);

        assertThat(aws.exports()
                        .named("acme-cur2")
                        .definition()
                        .at("/DestinationConfigurations/S3Destination/S3Region")
                        .asText())
                .isEqualTo("ap-southeast-2");
    }

    @Test
    void aPolicyThatMayNotBeReadIsNeverWritten() {
        aws.buckets().add(bucket, PAYER, "eu-west-1");
        aws.fail("GetBucketPolicy", Failure.accessDenied());
        try {
            Plan plan = provisioning.plan(cur2(""));

            assertThat(signs(plan)).isEqualTo("=!+");
            assertThat(PlanReport.of(plan))
                    .contains(
                            "Cannot read the policy of bucket '" + bucket
                                    + "': AWS denies s3:GetBucketPolicy on arn:aws:s3:::" + bucket
                                    + ". Add this statement to the policy of the caller: ",
                            "A policy that cannot be read is never overwritten. Or add these statements to it by hand",
                            "\"CurlakeDataExports" + PAYER + "\"");
            assertThatThrownBy(() -> provisioning.apply(cur2("")))
                    .hasMessageStartingWith("Cannot read the policy of bucket '" + bucket + "'");
            assertThat(writes()).isEmpty();
        } finally {
            aws.heal("GetBucketPolicy");
        }
    }

    @Test
    void aDenyThatWouldKeepTheDeliveryOutIsRefused() {
        aws.buckets()
                .add(bucket, PAYER, "eu-west-1")
                .policy(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"OnlyFromOurNetwork\",\"Effect\":\"Deny\","
                                + "\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::" + bucket
                                + "/*\","
                                + "\"Condition\":{\"StringNotEquals\":{\"aws:SourceVpce\":\"vpce-1\"}}}]}");

        assertThatThrownBy(() -> provisioning.apply(cur2(""))).hasMessageContaining("OnlyFromOurNetwork");
        assertThat(writes()).isEmpty();
    }

    @Test
    void anExportThatDiffersIsChangedOnlyWithConsent() {
        provisioning.apply(cur2(", granularity: daily"));
        aws.forgetRequests();

        assertThatThrownBy(() -> provisioning.apply(cur2("")))
                .hasMessage(
                        "Cannot keep export 'acme-cur2' as it is: it differs from the configuration. TIME_GRANULARITY: "
                                + "DAILY → HOURLY. Correct the configuration, or change the export with --update: its deliveries from then on look different, "
                                + "those of old months stay as they are.");
        assertThat(writes()).doesNotContain("UpdateExport");

        provisioning.apply(cur2(""), Updates.ALLOWED, new TestProvisioning.Quiet());

        assertThat(writes()).contains("UpdateExport").doesNotContain("CreateExport");
        assertThat(aws.requests("UpdateExport")
                        .get(0)
                        .json()
                        .at("/Export/DataQuery/TableConfigurations")
                        .toString())
                .contains("\"BILLING_VIEW_ARN\"", "\"TIME_GRANULARITY\":\"HOURLY\"");
        assertThat(signs(provisioning.plan(cur2("")))).matches("=+");
    }

    @Test
    void anExportThatOverwritesStaysOne() {
        provisioning.apply(cur2(", delivery: overwrite"));

        assertThatThrownBy(() -> provisioning.apply(cur2(""), Updates.ALLOWED, new TestProvisioning.Quiet()))
                .hasMessage(
                        "Cannot change export 'acme-cur2' to create-new delivery: AWS changes an export only the other "
                                + "way. Write 'delivery: overwrite', or make an export of another name.");
    }

    @Test
    void aPolicyThatIsNotEverywhereYetIsWaitedFor() {
        aws.policyLag(2);

        provisioning.apply(cur2(""));

        assertThat(provisioning.pauses()).extracting(pause -> pause.toSeconds()).containsExactly(1L, 2L);
        assertThat(aws.exports().all()).hasSize(1);
    }

    @Test
    void whatAwsDoesNotTakeIsToldInItsOwnWords() {
        aws.fail("CreateExport", Failure.validation("columns in the query provided are not a subset", "DataQuery"));
        try {
            assertThatThrownBy(() -> provisioning.apply(cur2("")))
                    .hasMessageStartingWith(
                            "Cannot make export 'acme-cur2': AWS does not take it: columns in the query "
                                    + "provided are not a subset (ValidationException). Field DataQuery: ")
                    .hasMessageEndingWith(" 'curlake export plan' shows what is sent.");
            assertThat(provisioning.pauses()).isEmpty();
        } finally {
            aws.heal("CreateExport");
        }
    }

    @Test
    void aFullQuotaIsToldWithWhatThereIs() {
        aws.buckets().add(bucket, PAYER, "eu-west-1");
        provisioning.apply(cur2(""));
        aws.fail("CreateExport", Failure.quotaExceeded());
        SourceConfig other = TestSource.of(
                "name: acme-other, bucket: " + bucket + ", prefix: exports, format: cur2-csv, region: eu-west-1");
        try {
            assertThatThrownBy(() -> provisioning.apply(other))
                    .hasMessage("Cannot create export 'acme-other': the account has as many exports as AWS allows (CUR "
                            + "2.0: 5). There are: acme-cur2. Use one of them ('curlake export check' says how it is), "
                            + "delete one, or ask AWS for a higher quota.");
        } finally {
            aws.heal("CreateExport");
        }
    }

    @Test
    void throttlingIsWaitedOut() {
        aws.fail("CreateExport", Failure.throttled().times(2));

        assertThat(provisioning.apply(cur2(""))).contains("CUR 2.0 export acme-cur2");
    }

    /** The SDK tries again, and AWS refuses a second export of the name. */
    @Test
    void anExportWhoseAnswerGotLostIsNotMadeTwice() {
        aws.fail("CreateExport", Failure.answerLost().times(1));

        assertThat(provisioning.apply(cur2(""))).contains("CUR 2.0 export acme-cur2");

        assertThat(aws.requests("CreateExport")).hasSizeGreaterThan(1);
        assertComplete();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CreateBucket | create bucket 'BUCKET' | s3:CreateBucket | arn:aws:s3:::BUCKET",
                "PutPublicAccessBlock | set the public access block of bucket 'BUCKET' | s3:PutBucketPublicAccessBlock | arn:aws:s3:::BUCKET",
                "PutBucketOwnershipControls | set the object ownership of bucket 'BUCKET' | s3:PutBucketOwnershipControls | arn:aws:s3:::BUCKET",
                "PutBucketEncryption | set the default encryption of bucket 'BUCKET' | s3:PutEncryptionConfiguration | arn:aws:s3:::BUCKET",
                "PutBucketLifecycleConfiguration | set the lifecycle rule of bucket 'BUCKET' | s3:PutLifecycleConfiguration | arn:aws:s3:::BUCKET",
                "PutBucketPolicy | write the policy of bucket 'BUCKET' | s3:PutBucketPolicy | arn:aws:s3:::BUCKET",
                "ListExports | list the exports of account 111122223333 | bcm-data-exports:ListExports | *",
                "CreateExport | create export 'acme-cur2' | bcm-data-exports:CreateExport | arn:aws:bcm-data-exports:us-east-1:111122223333:export/acme-cur2-*",
            })
    void aDeniedCallNamesTheRightAndTheNextRunGoesOn(String operation, String what, String action, String resource) {
        if (!operation.equals("CreateBucket")) {
            makeHalfABucket();
        }
        aws.fail(operation, Failure.accessDenied());
        try {
            assertThatThrownBy(() -> provisioning.apply(cur2("")))
                    .hasMessage("Cannot " + what.replace("BUCKET", bucket) + ": AWS denies " + action + " on "
                            + resource.replace("BUCKET", bucket)
                            + ". Add this statement to the policy of the caller: {\"Effect\": \"Allow\", \"Action\": \""
                            + action + "\", \"Resource\": \"" + resource.replace("BUCKET", bucket) + "\"}");
        } finally {
            aws.heal(operation);
        }

        provisioning.apply(cur2(""));

        assertComplete();
    }

    @Test
    void columnsThatAwsDoesNotTellAreOurOwn() {
        aws.fail("GetTable", Failure.accessDenied());
        try {
            provisioning.apply(cur2(""));
        } finally {
            aws.heal("GetTable");
        }

        assertThat(aws.exports()
                        .named("acme-cur2")
                        .definition()
                        .at("/DataQuery/QueryStatement")
                        .asText()
                        .split(",", -1))
                .hasSize(115);
    }

    /** An Error passes every catch, as a kill does. */
    @ParameterizedTest
    @CsvSource({"0, NEW", "1, NEW", "2, NEW", "3, NEW", "0, HALF", "1, HALF", "2, HALF", "3, HALF", "4, HALF", "5, HALF"
    })
    void aKillBetweenAnyTwoStepsIsMendedByTheNextRun(int stepsBefore, String start) {
        if (start.equals("HALF")) {
            makeHalfABucket();
        }
        assertThatThrownBy(() -> provisioning.apply(cur2(""), Updates.REFUSED, new KilledAfter(stepsBefore)))
                .isInstanceOf(Killed.class);

        provisioning.apply(cur2(""));

        assertComplete();
    }

    @Test
    void ofTwoRunsAtOnceNeitherMakesAnExportTwiceNorLosesAStatement() throws Exception {
        aws.buckets().add(bucket, PAYER, "eu-west-1");
        Callable<List<String>> first = () -> provisioning.apply(cur2(""));
        Callable<List<String>> second = () -> provisioning.apply(legacy());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<List<String>> run : threads.invokeAll(List.of(first, second, first, second))) {
                assertThat(run.get()).isNotNull();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(aws.exports().all()).hasSize(1);
        assertThat(aws.reports().all())
                .filteredOn(report -> report.name().equals("acme-legacy-" + number))
                .hasSize(1);
        assertThat(aws.buckets().named(bucket).policy().orElseThrow())
                .contains("CurlakeDataExports" + PAYER, "CurlakeLegacyReport" + PAYER);
    }

    @Test
    void aLegacyReportIsMadeAndKept() {
        provisioning.apply(legacy());

        assertThat(aws.reports()
                        .named("acme-legacy-" + number)
                        .definition()
                        .path("RefreshClosedReports")
                        .asBoolean())
                .isTrue();
        assertThat(signs(provisioning.plan(legacy()))).matches("=+");
    }

    @Test
    void credentialsOfAnotherAccountAreRefused() {
        SourceConfig source = io.curlake.model.config.ConfigFile.parse("test.yaml", """
                        warehouse: /data/curlake
                        sources:
                          - name: acme
                            payer: "444455556666"
                            export: {name: acme-cur2, bucket: %s, format: cur2-parquet}
                        """.formatted(bucket), name -> "")
                .source("acme");

        assertThatThrownBy(() -> provisioning.plan(source))
                .hasMessageStartingWith("Cannot provision 'acme': these credentials are arn:aws:iam::" + PAYER)
                .hasMessageEndingWith(
                        " of account " + PAYER + ", the configured payer is 444455556666. Use credentials of "
                                + "the payer, or correct 'payer' in the configuration.");
    }

    /** As a run leaves it that was killed right after it made the bucket. */
    private void makeHalfABucket() {
        new Journal(folder.resolve("journal-" + number + ".jsonl"), Clock.systemUTC())
                .write(Journal.Change.CREATE_BUCKET, bucket, "");
        aws.buckets().add(bucket, PAYER, "eu-west-1");
    }

    private void assertComplete() {
        assertThat(signs(provisioning.plan(cur2("")))).isEqualTo("=======");
        assertThat(aws.exports().all()).hasSize(1);
        for (Setting setting : Setting.values()) {
            assertThat(aws.buckets().named(bucket).setting(setting))
                    .as(setting.name())
                    .isPresent();
        }
    }

    private static String signs(Plan plan) {
        return plan.steps().stream()
                .map(PlannedStep::state)
                .map(state -> String.valueOf(state.sign()))
                .collect(Collectors.joining());
    }

    /** The calls that changed something, in their order. */
    private static List<String> writes() {
        List<String> writes = new ArrayList<>();
        Set<String> reading = Set.of("Get", "Lis", "Hea", "Des", "Ass");
        for (AwsRequest request : aws.requests()) {
            if (!reading.contains(request.operation().substring(0, 3))) {
                writes.add(request.operation());
            }
        }
        return writes;
    }

    private static final class Killed extends Error {}

    /** Kills before the step that follows so many. */
    private static final class KilledAfter extends TestProvisioning.Quiet {
        private int left;

        KilledAfter(int steps) {
            this.left = steps;
        }

        @Override
        public void applying(Step step) {
            if (left-- == 0) {
                throw new Killed();
            }
        }
    }
}
