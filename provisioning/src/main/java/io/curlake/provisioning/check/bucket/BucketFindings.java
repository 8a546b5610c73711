package io.curlake.provisioning.check.bucket;

import io.curlake.provisioning.bucket.BucketFacts;
import io.curlake.provisioning.bucket.BucketFacts.Expiry;
import io.curlake.provisioning.bucket.Fact;
import io.curlake.provisioning.catalog.ExportDestination;
import io.curlake.provisioning.check.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a bucket can take the deliveries of an export. */
public final class BucketFindings {
    private BucketFindings() {}

    public static List<Finding> of(BucketFacts facts, ExportDestination destination, Delivering delivering) {
        return switch (facts.ownership()) {
            case NO_BUCKET ->
                List.of(Finding.fault(
                        "bucket",
                        "'" + facts.bucket() + "' does not exist: AWS cannot deliver",
                        "Make it with its policy ('curlake export apply')."));
            case ANOTHER_ACCOUNTS ->
                List.of(Finding.note(
                        "bucket",
                        "'" + facts.bucket() + "' belongs to another account than payer '"
                                + delivering.delivery().payer() + "'; its settings are not looked at",
                        "See that its owner means to receive your bill."));
            case OURS, UNKNOWN -> settings(facts, destination, delivering);
        };
    }

    private static List<Finding> settings(BucketFacts facts, ExportDestination destination, Delivering delivering) {
        List<Finding> findings = new ArrayList<>();
        findings.add(region(facts.region(), destination.region()));
        findings.addAll(PolicyFindings.of(facts.policy(), delivering));
        findings.add(EncryptionFinding.of(facts.encryption(), delivering));
        findings.addAll(expiry(facts.expiries(), destination, delivering));
        versioning(facts.versioning(), destination).ifPresent(findings::add);
        return findings;
    }

    private static Finding region(Fact<String> actual, String named) {
        return actual.value()
                .map(region -> region.equals(named)
                        ? Finding.ok("region", "bucket and export agree: " + region)
                        : Finding.fault(
                                "region",
                                "the bucket is in " + region + ", the export says " + named + ": AWS cannot deliver",
                                "Correct the region of the export's destination."))
                .orElseGet(() -> Finding.note("region", "of the bucket not known; the export says " + named));
    }

    private static List<Finding> expiry(
            Fact<List<Expiry>> expiries, ExportDestination destination, Delivering delivering) {
        List<Expiry> ours = expiries.value().orElse(List.of()).stream()
                .filter(expiry -> delivering.folder().startsWith(expiry.prefix())
                        || expiry.prefix().startsWith(delivering.folder()))
                .toList();
        if (!ours.isEmpty()) {
            return ours.stream()
                    .map(expiry -> Finding.note(
                            "lifecycle",
                            "rule '" + expiry.rule() + "' deletes deliveries " + expiry.days()
                                    + " days after they are made"))
                    .toList();
        }
        boolean grows = destination.overwrite().equals("CREATE_NEW_REPORT") && !(expiries instanceof Fact.Unknown);
        return grows
                ? List.of(Finding.note(
                        "lifecycle",
                        "no rule deletes old deliveries: each day adds a copy of the month",
                        "Add a lifecycle rule for prefix '" + delivering.folder() + "' that keeps what you replay."))
                : List.of();
    }

    private static Optional<Finding> versioning(Fact<String> versioning, ExportDestination destination) {
        return versioning
                .value()
                .filter("Enabled"::equals)
                .filter(enabled -> destination.overwrite().equals("OVERWRITE_REPORT"))
                .map(enabled -> Finding.note(
                        "versioning",
                        "on, and the export overwrites: every delivery stays as an old version",
                        "Add a lifecycle rule for noncurrent versions."));
    }
}
