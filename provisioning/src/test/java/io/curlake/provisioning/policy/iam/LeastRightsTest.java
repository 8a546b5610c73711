package io.curlake.provisioning.policy.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.config.DiscoveryConfig;
import io.curlake.model.config.ProvisioningConfig;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.StandIn;
import io.curlake.provisioning.aws.AwsClients;
import io.curlake.provisioning.aws.CallSettings;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.check.ExportCheck;
import io.curlake.provisioning.definition.TestSource;
import io.curlake.provisioning.delivery.BucketInMemory;
import io.curlake.provisioning.listing.ExportList;
import io.curlake.provisioning.organization.LinkedAccounts;
import io.curlake.provisioning.plan.Applying;
import io.curlake.provisioning.plan.Journal;
import io.curlake.provisioning.plan.Plan;
import io.curlake.provisioning.plan.Step;
import io.curlake.provisioning.plan.Updates;
import io.curlake.provisioning.status.CreationJournal;
import io.curlake.provisioning.status.StatusReader;
import io.curlake.provisioning.step.Provisioner;
import io.curlake.sandbox.aws.AwsRequest;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is called with the credentials of provisioning and of reading is what their policies allow: no less, no more. */
class LeastRightsTest {
    private static final String READER = "arn:aws:iam::111122223333:role/reader";
    private static final String CUR2 = "name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet, "
            + "region: eu-west-1, tags: {owner: finops}";
    private static final String LEGACY = "name: acme-cur, bucket: acme-billing, prefix: reports, format: legacy-csv, "
            + "region: eu-west-1, delivery: overwrite, tags: {owner: finops}";
    private static final String FILE = "exports/acme-cur2/data/BILLING_PERIOD=2026-10/acme-cur2-00001.snappy.parquet";
    private static final String MANIFEST = "exports/acme-cur2/metadata/BILLING_PERIOD=2026-10/acme-cur2-Manifest.json";

    @TempDir
    Path directory;

    private StandIn standIn;
    private AwsClients clients;

    @BeforeEach
    void start() {
        standIn = new StandIn(directory.resolve("aws"));
        clients = new AwsClients(
                new CallSettings(
                        new ProvisioningConfig(Optional.empty(), Optional.empty(), Optional.empty()),
                        new ProvisioningConfig(Optional.empty(), Optional.of(READER), Optional.empty()),
                        Optional.of(URI.create(standIn.aws().endpoint())),
                        Optional.empty(),
                        Optional.of("us-east-1")),
                Partition.AWS);
    }

    @AfterEach
    void close() {
        clients.close();
        standIn.close();
    }

    @Test
    void aDataExportOfANewBucketIsCalledWithTheRightsOfItsPoliciesOnly() {
        everything(CUR2);

        requireWithin(CUR2);
    }

    @Test
    void aLegacyReportOfANewBucketIsCalledWithTheRightsOfItsPoliciesOnly() {
        everything(LEGACY);

        requireWithin(LEGACY);
    }

    @Test
    void aBucketThatWasThereNeedsNoOtherRight() {
        standIn.aws().buckets().add("acme-billing", "111122223333", "eu-west-1");

        everything(CUR2);
        requireWithin(CUR2);

        standIn.aws().forgetRequests();
        // A list also looks at exports that the policy does not name; those it lists by name only.
        standIn.aws().exports().clear();
        everything(LEGACY);
        requireWithin(LEGACY);
    }

    @Test
    void everyRightOfAPolicyIsUsed() {
        everything(CUR2);
        everything(halfMade(CUR2));
        Set<String> dataExports = used(request -> true);
        dataExports.addAll(NeededRights.DEPENDENT.keySet());
        assertThat(dataExports)
                .containsAll(PolicyPurpose.PROVISIONING.policy(scope(CUR2)).actions());
        assertThat(dataExports)
                .containsAll(PolicyPurpose.READING.policy(scope(CUR2)).actions());

        everything(LEGACY);
        Set<String> reports = used(request -> true);
        reports.addAll(NeededRights.DEPENDENT.keySet());
        assertThat(reports)
                .containsAll(PolicyPurpose.PROVISIONING.policy(scope(LEGACY)).actions());
    }

    /** The same where a run was killed after it had made the bucket, in which settings are missing. */
    private String halfMade(String export) {
        new Journal(directory.resolve("journal.jsonl"), Clock.systemUTC())
                .write(Journal.Change.CREATE_BUCKET, "acme-half", "");
        standIn.aws().buckets().add("acme-half", "111122223333", "eu-west-1");
        return export.replace("acme-billing", "acme-half").replace("acme-cur2", "acme-cur2-half");
    }

    /** Each verb, an update, and for CUR 2.0 a delivery. */
    private void everything(String export) {
        SourceConfig source = TestSource.of(export);
        apply(source, Updates.REFUSED);
        if (source.export().format().isLegacy()) {
            apply(TestSource.of(export + ", refresh-closed: false"), Updates.ALLOWED);
        } else {
            apply(TestSource.of(export + ", granularity: daily"), Updates.ALLOWED);
            standIn.aws().exports().named(source.export().name()).addExecution("DELIVERY_SUCCESS");
            if (source.export().bucket().equals(StandIn.BUCKET)) {
                standIn.put(FILE, "rows");
                standIn.put(MANIFEST, BucketInMemory.manifest("e1", FILE));
            }
        }
        ExportCheck.run(clients, source, Clock.systemUTC());
        new StatusReader(clients, source, CreationJournal.EMPTY, Clock.systemUTC()).read();
        ExportList.of(clients, source);
        LinkedAccounts.of(clients);
    }

    private void apply(SourceConfig source, Updates updates) {
        List<Step> steps = new Provisioner(
                        source, clients, directory.resolve("journal.jsonl"), Clock.systemUTC(), pause -> {})
                .steps(updates);
        assertThat(Plan.of(source.name(), steps).steps()).isNotEmpty();
        new Applying(steps, new Quiet()).run();
    }

    private void requireWithin(String export) {
        PolicyScope scope = scope(export);
        Predicate<AwsRequest> byReader = request -> request.caller().contains("assumed-role/reader");

        assertThat(PolicyPurpose.PROVISIONING.policy(scope).actions()).containsAll(used(byReader.negate()));
        assertThat(PolicyPurpose.READING.policy(scope).actions()).containsAll(used(byReader));
        assertThat(used(byReader)).contains("s3:ListBucket");
    }

    /** The rights that the calls so far need, without those of the tests' own. */
    private Set<String> used(Predicate<AwsRequest> wanted) {
        return standIn.aws().requests().stream()
                .filter(wanted)
                .filter(request -> !request.operation().equals("PutObject"))
                .flatMap(request -> NeededRights.of(request.service(), request.operation()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static PolicyScope scope(String export) {
        return new PolicyScope(TestSource.of(export), Partition.AWS, Optional.empty(), DiscoveryConfig.DEFAULT);
    }

    private static final class Quiet implements Applying.Listener {
        @Override
        public void applying(Step step) {}

        @Override
        public void applied(Step step) {}
    }
}
