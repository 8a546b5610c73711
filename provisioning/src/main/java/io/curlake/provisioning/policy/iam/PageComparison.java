package io.curlake.provisioning.policy.iam;

import io.curlake.provisioning.aws.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy of ours beside those of the page on which an export is made for a payer account without one. The page gave one
 * user the rights to provision and to read at once, and a second policy to discover resources.
 */
public final class PageComparison {
    /** Rights for discovery that the page is known to lack; what it is not known for is not said. */
    private static final List<String> NOT_DISCOVERED = List.of(
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTargetHealth",
            "cloudwatch:GetMetricData",
            "s3:GetLifecycleConfiguration");

    private PageComparison() {}

    /** One line for each right: missing on the page, too wide there, superfluous there, or the same. */
    public static List<String> of(PolicyPurpose purpose, PolicyScope scope) {
        IamPolicy ours = purpose.policy(scope);
        List<Permission> page = page(purpose, scope);
        List<String> lines = new ArrayList<>();
        for (IamStatement statement : ours.statements()) {
            for (String action : statement.actions()) {
                lines.addAll(ours(purpose, action, statement, page));
            }
        }
        for (Permission theirs : page) {
            if (ours.actions().stream().noneMatch(action -> covers(theirs, action))) {
                lines.add("superfluous  " + theirs.action() + ": on the page on " + theirs.resource() + "; "
                        + whose(theirs, scope));
            } else if (theirs.action().endsWith("*")) {
                lines.add("too wide     " + theirs.action() + ": every such call on the page, by name here");
            }
        }
        return lines;
    }

    private static List<String> ours(
            PolicyPurpose purpose, String action, IamStatement statement, List<Permission> page) {
        String resources = String.join(", ", statement.resources());
        List<Permission> same =
                page.stream().filter(theirs -> theirs.action().equals(action)).toList();
        if (!same.isEmpty()) {
            String theirs = same.get(0).resource();
            return List.of(
                    theirs.equals(resources)
                            ? "same         " + action + ": on " + theirs
                            : "too wide     " + action + ": on " + theirs + " on the page, on " + resources + " here");
        }
        boolean isKnown = purpose != PolicyPurpose.DISCOVERY || NOT_DISCOVERED.contains(action);
        return isKnown ? List.of("missing      " + action + ": not on the page; " + statement.reason()) : List.of();
    }

    private static boolean covers(Permission theirs, String action) {
        return theirs.action().endsWith("*")
                ? action.startsWith(theirs.action().replace("*", ""))
                : action.equals(theirs.action());
    }

    private static String whose(Permission theirs, PolicyScope scope) {
        List<String> others = Arrays.stream(PolicyPurpose.values())
                .filter(purpose -> purpose.policy(scope).actions().contains(theirs.action()))
                .map(purpose -> "'policy " + purpose + "'")
                .toList();
        return switch (others.size()) {
            case 0 -> "nothing here calls it";
            case 1 -> "only " + others.get(0) + " has it here";
            default -> "only " + String.join(" and ", others) + " have it here";
        };
    }

    private static List<Permission> page(PolicyPurpose purpose, PolicyScope scope) {
        return switch (purpose) {
            case PROVISIONING, READING ->
                Stream.of(
                                on(
                                        "*",
                                        "cur:DescribeReportDefinitions",
                                        "cur:PutReportDefinition",
                                        "bcm-data-exports:ListExports",
                                        "bcm-data-exports:GetExport",
                                        "bcm-data-exports:CreateExport",
                                        "s3:CreateBucket"),
                                on(scope.bucket() + "/*", "s3:GetObject"),
                                on(scope.bucket(), "s3:PutBucketPolicy", "s3:ListBucket", "s3:GetBucketLocation"))
                        .flatMap(List::stream)
                        .toList();
            case DISCOVERY ->
                on(
                        "*",
                        "cur:DescribeReportDefinitions",
                        "ec2:Describe*",
                        "iam:ListUsers",
                        "iam:ListAccessKeys",
                        "iam:GetLoginProfile");
        };
    }

    private static List<Permission> on(String resource, String... actions) {
        return Arrays.stream(actions)
                .map(action -> new Permission(action, resource))
                .toList();
    }
}
