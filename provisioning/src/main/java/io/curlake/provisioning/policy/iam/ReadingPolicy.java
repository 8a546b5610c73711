package io.curlake.provisioning.policy.iam;

import java.util.ArrayList;
import java.util.List;

/** What a nightly load needs: to list the bucket and to read the files of its own export. */
final class ReadingPolicy {
    private ReadingPolicy() {}

    static IamPolicy of(PolicyScope scope) {
        List<IamStatement> statements = new ArrayList<>();
        statements.add(IamStatement.of(
                "ListDeliveries",
                List.of("s3:ListBucket"),
                List.of(scope.bucket()),
                "finds manifests. It is not limited to the prefix, for else AWS answers 'denied' where a file is not "
                        + "there; it shows names, not content."));
        statements.add(IamStatement.of(
                "ReadDeliveries",
                List.of("s3:GetObject"),
                List.of(scope.deliveries()),
                "reads manifests and data files of this export, and no other object of the bucket."));
        scope.kmsKey()
                .ifPresent(key -> statements.add(IamStatement.of(
                                "DecryptDeliveries",
                                List.of("kms:Decrypt"),
                                List.of(key),
                                "reads what the bucket encrypts with this key, through S3 only. The key's own policy "
                                        + "must allow it too.")
                        .where(new IamStatement.Condition("StringLike", "kms:ViaService", "s3.*"))));
        return new IamPolicy(statements);
    }
}
