package io.curlake.provisioning.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.AccountId;
import io.curlake.provisioning.StandIn;
import io.curlake.provisioning.aws.DeniedCalls;
import io.curlake.provisioning.bucket.BucketFacts.Encryption;
import io.curlake.provisioning.bucket.BucketFacts.Expiry;
import io.curlake.provisioning.bucket.BucketFacts.Ownership;
import io.curlake.sandbox.aws.Failure;
import io.curlake.sandbox.aws.bucket.Bucket;
import io.curlake.sandbox.aws.bucket.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketReaderTest {
    private static final String PAYER = "111122223333";

    @TempDir
    Path directory;

    private final DeniedCalls denied = new DeniedCalls();
    private StandIn standIn;

    @BeforeEach
    void start() {
        standIn = new StandIn(directory);
    }

    @AfterEach
    void close() {
        standIn.close();
    }

    @Test
    void aNewBucketHasNoPolicyAndNoRules() {
        standIn.aws().buckets().add("acme-billing", PAYER, "us-east-1");

        BucketFacts facts = read();

        assertThat(facts.ownership()).isEqualTo(Ownership.OURS);
        assertThat(facts.region()).isEqualTo(new Fact.Known<>("us-east-1"));
        assertThat(facts.policy()).isEqualTo(new Fact.None<>());
        assertThat(facts.encryption()).isEqualTo(new Fact.None<>());
        assertThat(facts.expiries()).isEqualTo(new Fact.None<>());
        assertThat(denied.list()).isEmpty();
    }

    @Test
    void whatABucketHasIsRead() {
        Bucket bucket = standIn.aws().buckets().add("acme-billing", PAYER, "eu-west-1");
        bucket.policy("{\"Statement\": []}")
                .setting(
                        Setting.ENCRYPTION,
                        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
                                + "<SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>arn:key</KMSMasterKeyID>"
                                + "</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>")
                .setting(
                        Setting.LIFECYCLE,
                        "<LifecycleConfiguration><Rule><ID>old</ID><Filter><Prefix>exports/</Prefix></Filter>"
                                + "<Status>Enabled</Status><Expiration><Days>30</Days></Expiration></Rule>"
                                + "<Rule><ID>off</ID><Filter><Prefix></Prefix></Filter><Status>Disabled</Status>"
                                + "<Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>");

        BucketFacts facts = read();

        assertThat(facts.ownership()).isEqualTo(Ownership.OURS);
        assertThat(facts.region()).isEqualTo(new Fact.Known<>("eu-west-1"));
        assertThat(facts.policy()).isEqualTo(new Fact.Known<>("{\"Statement\": []}"));
        assertThat(facts.encryption()).isEqualTo(new Fact.Known<>(new Encryption("aws:kms", Optional.of("arn:key"))));
        assertThat(facts.expiries()).isEqualTo(new Fact.Known<>(List.of(new Expiry("old", "exports/", 30))));
    }

    @Test
    void aBucketThatIsNotThereIsToldAsSuch() {
        assertThat(read().ownership()).isEqualTo(Ownership.NO_BUCKET);
        assertThat(denied.list()).isEmpty();
    }

    @Test
    void aBucketThatAnswersWithoutItsOwnerNamedIsAnotherAccounts() {
        standIn.aws().buckets().add("acme-billing", PAYER, "us-east-1");
        standIn.aws().fail("GetBucketLocation", Failure.accessDenied().times(1));

        BucketFacts facts = read();

        assertThat(facts.ownership()).isEqualTo(Ownership.ANOTHER_ACCOUNTS);
        assertThat(facts.policy()).isEqualTo(new Fact.Unknown<>());
        assertThat(denied.list()).isEmpty();
    }

    @Test
    void aBucketInAnotherRegionThanPresumedIsAskedThere() {
        standIn.aws().buckets().add("acme-billing", PAYER, "eu-west-1").policy("{}");

        BucketFacts facts = new BucketReader(standIn.clients(), new AccountId(PAYER), denied)
                .read("acme-billing", "ap-southeast-2");

        assertThat(facts.ownership()).isEqualTo(Ownership.OURS);
        assertThat(facts.region()).isEqualTo(new Fact.Known<>("eu-west-1"));
        assertThat(facts.policy()).isEqualTo(new Fact.Known<>("{}"));
    }

    @Test
    void whereNobodyMaySayTheRegionWhatAnotherOneAnswersIsNotKnown() {
        standIn.aws().buckets().add("acme-billing", PAYER, "eu-west-1").policy("{}");
        standIn.aws().fail("GetBucketLocation", Failure.accessDenied());

        BucketFacts facts = read();

        assertThat(facts.ownership()).isEqualTo(Ownership.UNKNOWN);
        assertThat(facts.policy()).isEqualTo(new Fact.Unknown<>());
        assertThat(denied.list())
                .extracting(call -> call.permission().action())
                .containsExactly("s3:GetBucketLocation");
    }

    @Test
    void aBucketThatDeniesEverythingMayBeAnybodys() {
        standIn.aws().buckets().add("acme-billing", "999988887777", "us-east-1");

        assertThat(read().ownership()).isEqualTo(Ownership.UNKNOWN);
        assertThat(denied.list()).isNotEmpty();
    }

    @Test
    void everyDeniedCallIsRememberedAndTheRestIsRead() {
        standIn.aws().buckets().add("acme-billing", PAYER, "us-east-1").policy("{}");
        for (String operation :
                List.of("GetBucketLocation", "GetBucketEncryption", "GetBucketLifecycleConfiguration")) {
            standIn.aws().fail(operation, Failure.accessDenied());
        }

        BucketFacts facts = read();

        assertThat(facts.ownership()).isEqualTo(Ownership.UNKNOWN);
        assertThat(facts.policy()).isEqualTo(new Fact.Known<>("{}"));
        assertThat(facts.encryption()).isEqualTo(new Fact.Unknown<>());
        assertThat(denied.list())
                .extracting(call -> call.permission().action())
                .containsExactly(
                        "s3:GetBucketLocation", "s3:GetEncryptionConfiguration", "s3:GetLifecycleConfiguration");
        assertThat(denied.list())
                .allSatisfy(call -> assertThat(call.permission().resource()).isEqualTo("arn:aws:s3:::acme-billing"));
    }

    private BucketFacts read() {
        return new BucketReader(standIn.clients(), new AccountId(PAYER), denied).read("acme-billing", "us-east-1");
    }
}
