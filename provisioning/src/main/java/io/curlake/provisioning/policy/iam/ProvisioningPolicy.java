package io.curlake.provisioning.policy.iam;

import io.curlake.model.config.ExportConfig.Delivery;
import java.util.ArrayList;
import java.util.List;

/** What 'export plan', 'apply' and 'check' need. No right to read what is delivered, and none to delete. */
final class ProvisioningPolicy {
    private static final String ANY = "*";

    private ProvisioningPolicy() {}

    static IamPolicy of(PolicyScope scope) {
        List<IamStatement> statements = new ArrayList<>();
        statements.add(IamStatement.of(
                "FindExports",
                List.of("bcm-data-exports:ListExports", "cur:DescribeReportDefinitions"),
                List.of(ANY),
                "finds an export of this name before another is made, and counts them against AWS's quota. AWS knows no "
                        + "resource for these calls, so it must be *."));
        statements.addAll(
                switch (scope.kind()) {
                    case DATA_EXPORT -> dataExport(scope);
                    case LEGACY_REPORT -> legacyReport(scope);
                });
        statements.addAll(bucket(scope));
        statements.add(IamStatement.of(
                "KnowTheOrganization",
                List.of("organizations:DescribeOrganization", "organizations:ListAccounts"),
                List.of(ANY),
                "tells whether the account pays for an organization: the export of a member holds its own costs only; "
                        + "and lists its accounts for 'accounts import'. AWS knows no resource for these calls. It may be "
                        + "left out; then this is not checked, and accounts are connected by number."));
        return new IamPolicy(statements);
    }

    private static List<IamStatement> dataExport(PolicyScope scope) {
        List<IamStatement> statements = new ArrayList<>();
        statements.add(IamStatement.of(
                "ReadTable",
                List.of("bcm-data-exports:GetTable"),
                List.of(scope.table()),
                "learns the columns of CUR 2.0, so that the export asks for none that AWS does not have."));
        statements.add(IamStatement.of(
                "MakeExport",
                List.of("bcm-data-exports:CreateExport", "bcm-data-exports:UpdateExport"),
                List.of(scope.table(), scope.export()),
                "makes the export of this name over CUR 2.0. UpdateExport is for 'apply --update' only."));
        statements.add(IamStatement.of(
                "AllowCostAndUsage",
                List.of("cur:PutReportDefinition"),
                List.of(scope.report()),
                "is asked for by AWS when an export of CUR 2.0 is made, though no report is. AWS does not say on which "
                        + "resource; where it denies this one, widen it to definition/*."));
        List<String> follow = new ArrayList<>(List.of(
                "bcm-data-exports:GetExport", "bcm-data-exports:ListExecutions", "bcm-data-exports:GetExecution"));
        if (hasTags(scope)) {
            follow.add("bcm-data-exports:TagResource");
        }
        statements.add(IamStatement.of(
                "FollowExport",
                follow,
                List.of(scope.export()),
                "compares the export with the configuration, and tells whether its deliveries succeed."));
        return statements;
    }

    private static List<IamStatement> legacyReport(PolicyScope scope) {
        List<String> actions = new ArrayList<>(List.of("cur:PutReportDefinition", "cur:ModifyReportDefinition"));
        if (hasTags(scope)) {
            actions.add("cur:TagResource");
        }
        return List.of(IamStatement.of(
                "MakeReport",
                actions,
                List.of(scope.report()),
                "makes the report of this name. ModifyReportDefinition is for 'apply --update' only."));
    }

    private static List<IamStatement> bucket(PolicyScope scope) {
        List<String> make = new ArrayList<>(List.of(
                "s3:CreateBucket",
                "s3:PutBucketPublicAccessBlock",
                "s3:PutBucketOwnershipControls",
                "s3:PutEncryptionConfiguration"));
        if (scope.source().export().delivery() == Delivery.CREATE_NEW) {
            make.add("s3:PutLifecycleConfiguration");
        }
        return List.of(
                IamStatement.of(
                        "LookAtBucket",
                        List.of(
                                "s3:GetBucketLocation",
                                "s3:GetBucketPublicAccessBlock",
                                "s3:GetBucketOwnershipControls",
                                "s3:GetEncryptionConfiguration",
                                "s3:GetLifecycleConfiguration",
                                "s3:GetBucketVersioning"),
                        List.of(scope.bucket()),
                        "finds the bucket, its region and its settings. No right to list it: that is for reading."),
                IamStatement.of(
                        "MakeBucket",
                        make,
                        List.of(scope.bucket()),
                        "makes this bucket, closed to the public and encrypted. It may be left out for a bucket that exists: "
                                + "nothing of one that curlake did not make is changed but its policy."),
                IamStatement.of(
                        "LetAwsDeliver",
                        List.of("s3:GetBucketPolicy", "s3:PutBucketPolicy"),
                        List.of(scope.bucket()),
                        "adds to the bucket policy what AWS's delivery needs. It must be read first: AWS replaces it whole, and "
                                + "what others wrote has to stay."));
    }

    private static boolean hasTags(PolicyScope scope) {
        return !scope.source().export().tags().isEmpty();
    }
}
