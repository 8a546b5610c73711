package io.curlake.provisioning.check.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.AccountId;
import io.curlake.model.ExportLocation;
import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.bucket.BucketFacts;
import io.curlake.provisioning.bucket.BucketFacts.Encryption;
import io.curlake.provisioning.bucket.BucketFacts.Expiry;
import io.curlake.provisioning.bucket.BucketFacts.Ownership;
import io.curlake.provisioning.bucket.Fact;
import io.curlake.provisioning.catalog.Exports;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.policy.ExportKind;
import io.curlake.provisioning.policy.deny.Delivery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BucketFindingsTest {
    private static final Delivering DELIVERING = new Delivering(
            new Delivery(
                    Partition.AWS,
                    new AccountId("111122223333"),
                    ExportKind.DATA_EXPORT,
                    new ExportLocation("acme-billing", "exports", "acme-cur2"),
                    Optional.empty()),
            Exports.ARN);
    private static final String KEY_STATEMENT = "{\"Effect\": \"Allow\", \"Principal\": {\"Service\": "
            + "\"bcm-data-exports.amazonaws.com\"}, \"Action\": [\"kms:GenerateDataKey*\", \"kms:Decrypt\"], "
            + "\"Resource\": \"*\", \"Condition\": {\"StringEquals\": {\"aws:SourceAccount\": \"111122223333\"}}}";

    private Ownership ownership = Ownership.OURS;
    private Fact<String> region = new Fact.Known<>("eu-west-1");
    private Fact<Encryption> encryption = new Fact.Known<>(new Encryption("AES256", Optional.empty()));
    private Fact<List<Expiry>> expiries = new Fact.Known<>(List.of(new Expiry("old", "exports/", 30)));
    private Fact<String> versioning = new Fact.None<>();

    @Test
    void aBucketWhereItShouldBeIsInOrder() {
        assertThat(findings("CREATE_NEW_REPORT"))
                .contains(
                        Finding.ok("region", "bucket and export agree: eu-west-1"),
                        Finding.ok("encryption", "by S3's own keys: needs no further right"),
                        Finding.note("lifecycle", "rule 'old' deletes deliveries 30 days after they are made"));
    }

    @Test
    void anExportToAnotherRegionThanTheBucketsIsAFault() {
        region = new Fact.Known<>("us-east-1");

        assertThat(findings("CREATE_NEW_REPORT"))
                .contains(Finding.fault(
                        "region",
                        "the bucket is in us-east-1, the export says eu-west-1: AWS cannot deliver",
                        "Correct the region of the export's destination."));
    }

    @Test
    void aKeyNeedsAStatementForAws() {
        encryption =
                new Fact.Known<>(new Encryption("aws:kms", Optional.of("arn:aws:kms:eu-west-1:111122223333:key/k1")));
        assertThat(findings("CREATE_NEW_REPORT"))
                .contains(Finding.note(
                        "encryption",
                        "with KMS key 'arn:aws:kms:eu-west-1:111122223333:key/k1': AWS needs rights of the key to "
                                + "deliver, and whoever reads needs kms:Decrypt",
                        "See that the policy of the key has this statement: " + KEY_STATEMENT));

        encryption = new Fact.Known<>(new Encryption("aws:kms", Optional.empty()));
        assertThat(findings("CREATE_NEW_REPORT"))
                .contains(Finding.note(
                        "encryption",
                        "with AWS's own KMS key for S3, whose policy nobody can change: deliveries may fail",
                        "Encrypt the bucket with SSE-S3, or with a key of your own that has this statement: "
                                + KEY_STATEMENT));
    }

    @Test
    void deliveriesThatNobodyDeletesAreTold() {
        expiries = new Fact.Known<>(List.of(new Expiry("logs", "logs/", 30)));
        versioning = new Fact.Known<>("Enabled");

        assertThat(findings("CREATE_NEW_REPORT"))
                .contains(Finding.note(
                        "lifecycle",
                        "no rule deletes old deliveries: each day adds a copy of the month",
                        "Add a lifecycle rule for prefix 'exports/acme-cur2/' that keeps what you replay."));
        assertThat(findings("OVERWRITE_REPORT"))
                .extracting(Finding::setting)
                .contains("versioning")
                .doesNotContain("lifecycle");
    }

    @Test
    void whatIsNotKnownIsToldAsSuch() {
        region = new Fact.Unknown<>();
        encryption = new Fact.Unknown<>();
        expiries = new Fact.Unknown<>();
        versioning = new Fact.Unknown<>();

        assertThat(findings("CREATE_NEW_REPORT"))
                .containsExactly(
                        Finding.note("region", "of the bucket not known; the export says eu-west-1"),
                        Finding.note("bucket policy", "not readable: nobody can say here whether AWS may deliver"),
                        Finding.note(
                                "encryption",
                                "not readable; with a KMS key AWS and the reader need rights of the key"));
    }

    @Test
    void aBucketThatIsNotThereOrNotOursIsAllThatIsTold() {
        ownership = Ownership.NO_BUCKET;
        assertThat(findings("CREATE_NEW_REPORT"))
                .containsExactly(Finding.fault(
                        "bucket",
                        "'acme-billing' does not exist: AWS cannot deliver",
                        "Make it with its policy ('curlake export apply')."));

        ownership = Ownership.ANOTHER_ACCOUNTS;
        assertThat(findings("CREATE_NEW_REPORT"))
                .containsExactly(Finding.note(
                        "bucket",
                        "'acme-billing' belongs to another account than payer '111122223333'; its settings are not "
                                + "looked at",
                        "See that its owner means to receive your bill."));
    }

    private List<Finding> findings(String overwrite) {
        return BucketFindings.of(
                new BucketFacts(
                        "acme-billing", ownership, region, new Fact.Unknown<>(), encryption, expiries, versioning),
                Exports.destination("PARQUET", "PARQUET", overwrite),
                DELIVERING);
    }
}
