package io.curlake.provisioning.check.bucket;

import io.curlake.model.Refusal;
import io.curlake.provisioning.bucket.Fact;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.policy.ExportKind;
import io.curlake.provisioning.policy.PolicyDocument;
import io.curlake.provisioning.policy.deny.BucketDenies;
import io.curlake.provisioning.policy.deny.DenyVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a bucket policy lets AWS deliver: what it allows, and what it denies nonetheless. */
public final class PolicyFindings {
    static final String SETTING = "bucket policy";

    private PolicyFindings() {}

    public static List<Finding> of(Fact<String> policy, Delivering delivering) {
        if (policy instanceof Fact.Unknown) {
            return List.of(Finding.note(SETTING, "not readable: nobody can say here whether AWS may deliver"));
        }
        try {
            return of(policy.value().map(PolicyDocument::parse).orElse(PolicyDocument.empty()), delivering);
        } catch (Refusal e) {
            return List.of(Finding.note(
                    SETTING,
                    "not understood: nobody can say here whether AWS may deliver",
                    String.valueOf(e.getMessage())));
        }
    }

    private static List<Finding> of(PolicyDocument policy, Delivering delivering) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new AllowFinding(delivering, "s3:PutObject", delivering.objectArn()).in(policy));
        if (delivering.delivery().kind() == ExportKind.LEGACY_REPORT) {
            for (String action : List.of("s3:GetBucketAcl", "s3:GetBucketPolicy")) {
                findings.add(new AllowFinding(delivering, action, delivering.bucketArn()).in(policy));
            }
        }
        BucketDenies.of(policy, delivering.delivery(), delivering.context()).verdicts().stream()
                .flatMap(verdict -> finding(verdict).stream())
                .forEach(findings::add);
        return findings;
    }

    private static Optional<Finding> finding(DenyVerdict verdict) {
        String said = verdict.statement().name() + " " + verdict.reason();
        if (verdict instanceof DenyVerdict.Blocks) {
            return Optional.of(Finding.fault(SETTING, said + ", so AWS cannot deliver", BucketDenies.REMEDY));
        }
        return verdict instanceof DenyVerdict.Undecided
                ? Optional.of(Finding.note(
                        SETTING,
                        said + ", which only AWS can judge",
                        "If AWS does not deliver: " + BucketDenies.REMEDY))
                : Optional.empty();
    }
}
