package io.curlake.provisioning.check.bucket;

import io.curlake.provisioning.bucket.Fact;
import io.curlake.provisioning.check.bucket.Condition.Verdict;
import io.curlake.provisioning.check.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a bucket policy lets AWS deliver. */
public final class PolicyFindings {
    private static final String SETTING = "bucket policy";

    private PolicyFindings() {}

    public static List<Finding> of(Fact<String> policy, Delivering delivering) {
        if (policy instanceof Fact.Unknown) {
            return List.of(Finding.note(SETTING, "not readable: nobody can say here whether AWS may deliver"));
        }
        Optional<List<Statement>> statements = Statement.of(policy.value().orElse("{}"));
        if (statements.isEmpty()) {
            return List.of(Finding.note(SETTING, "no JSON, so it cannot be judged"));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(allowed(statements.get(), delivering, "s3:PutObject", delivering.objectArn()));
        if (delivering.service() == DeliveringService.REPORTS) {
            findings.add(allowed(statements.get(), delivering, "s3:GetBucketAcl", delivering.bucketArn()));
            findings.add(allowed(statements.get(), delivering, "s3:GetBucketPolicy", delivering.bucketArn()));
        }
        findings.addAll(denials(statements.get(), delivering));
        return findings;
    }

    private static Finding allowed(List<Statement> statements, Delivering delivering, String action, String resource) {
        String remedy = "Add this statement: " + delivering.statement(action, wide(delivering, resource));
        List<Statement> candidates = statements.stream()
                .filter(Statement::isAllow)
                .filter(s -> s.isForService(delivering.service().principal()) || s.isForEverybody())
                .filter(s -> s.covers(action, resource))
                .toList();
        if (candidates.isEmpty()) {
            return Finding.fault(
                    SETTING,
                    "no statement allows " + delivering.service().principal() + " " + action + ": AWS cannot deliver",
                    remedy);
        }
        Optional<Finding> best = candidates.stream()
                .filter(statement -> reasons(statement, delivering).isEmpty())
                .map(statement -> holding(statement, delivering, action))
                .min(Comparator.comparing(Finding::level));
        return best.orElseGet(() -> Finding.fault(
                SETTING,
                "AWS cannot deliver (" + action + "): "
                        + candidates.stream()
                                .map(s -> s.name() + ": " + String.join("; ", reasons(s, delivering)))
                                .collect(Collectors.joining(". ")),
                remedy));
    }

    /** A statement is for all objects, whatever the export that the question was about. */
    private static String wide(Delivering delivering, String resource) {
        return resource.equals(delivering.objectArn()) ? delivering.bucketArn() + "/*" : resource;
    }

    private static Finding holding(Statement statement, Delivering delivering, String action) {
        String allows = statement.name() + " allows " + delivering.service().principal() + " " + action;
        List<String> undecided = undecided(statement, delivering);
        if (!undecided.isEmpty()) {
            return Finding.note(SETTING, allows + " if AWS finds these true: " + String.join(", ", undecided));
        }
        boolean anybodys = statement.conditions().stream()
                .noneMatch(condition -> condition.key().equalsIgnoreCase("aws:SourceAccount")
                        || condition.key().equalsIgnoreCase("aws:SourceArn"));
        return anybodys
                ? Finding.note(
                        SETTING,
                        allows + " for exports of every account, so that strangers can write to the bucket",
                        "Add conditions: " + delivering.statement(action, wide(delivering, delivering.objectArn())))
                : Finding.ok(SETTING, allows);
    }

    /** A Deny that may concern deliveries. Those whose conditions fail for sure say nothing. */
    private static List<Finding> denials(List<Statement> statements, Delivering delivering) {
        return statements.stream()
                .filter(statement -> !statement.isAllow())
                .filter(s -> s.isForService(delivering.service().principal()) || s.isForEverybody())
                .filter(s -> s.covers("s3:PutObject", delivering.objectArn()))
                .filter(statement -> !isForCallsWithoutTls(statement))
                .filter(statement -> reasons(statement, delivering).isEmpty())
                .map(statement -> Finding.note(
                        SETTING,
                        statement.name() + " denies s3:PutObject, perhaps to AWS too",
                        "Look at health; if AWS may not write, except "
                                + delivering.service().principal() + " from that statement."))
                .toList();
    }

    /** AWS delivers over TLS. */
    private static boolean isForCallsWithoutTls(Statement statement) {
        return statement.conditions().stream()
                .anyMatch(condition -> condition.key().equalsIgnoreCase("aws:SecureTransport")
                        && condition.values().contains("false"));
    }

    private static List<String> reasons(Statement statement, Delivering delivering) {
        return verdicts(statement, delivering).stream()
                .flatMap(verdict -> verdict instanceof Verdict.Fails fails ? Stream.of(fails.reason()) : Stream.empty())
                .toList();
    }

    private static List<String> undecided(Statement statement, Delivering delivering) {
        return verdicts(statement, delivering).stream()
                .flatMap(verdict -> verdict instanceof Verdict.Undecided undecided
                        ? Stream.of(undecided.condition())
                        : Stream.empty())
                .toList();
    }

    private static List<Verdict> verdicts(Statement statement, Delivering delivering) {
        return statement.conditions().stream()
                .map(condition -> condition.on(delivering))
                .toList();
    }
}
