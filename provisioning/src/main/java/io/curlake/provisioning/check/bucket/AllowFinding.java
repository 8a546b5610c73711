package io.curlake.provisioning.check.bucket;

import io.curlake.provisioning.check.bucket.AllowCondition.Verdict;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.policy.PolicyDocument;
import io.curlake.provisioning.policy.Statement;
import io.curlake.provisioning.policy.deny.Condition;
import io.curlake.provisioning.policy.deny.Coverage;
import io.curlake.provisioning.policy.deny.Principals;
import io.curlake.provisioning.policy.deny.Truth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a bucket policy allows AWS one action of a delivery.
 *
 * @param resource that the action is for
 */
record AllowFinding(Delivering delivering, String action, String resource) {
    Finding in(PolicyDocument policy) {
        List<Statement> candidates = policy.statements().stream()
                .filter(statement -> !statement.isDeny())
                .filter(statement -> Principals.of(statement, delivering.principal()) == Truth.TRUE)
                .filter(statement -> Coverage.of(statement, action, resource))
                .toList();
        if (candidates.isEmpty()) {
            return fault(
                    "no statement allows " + delivering.principal() + " " + action + ": AWS cannot deliver",
                    "Add this statement");
        }
        return candidates.stream()
                .filter(statement -> reasons(statement).isEmpty())
                .map(this::holding)
                .min(Comparator.comparing(Finding::level))
                .orElseGet(() -> fault(
                        "AWS cannot deliver (" + action + "): " + reasons(candidates),
                        "Correct that, or add this statement"));
    }

    private Finding fault(String meaning, String remedy) {
        return Finding.fault(PolicyFindings.SETTING, meaning, remedy + ": " + delivering.statement(action, all()));
    }

    /** A statement is for all objects, whatever the export that the question was about. */
    private String all() {
        return resource.equals(delivering.objectArn()) ? delivering.bucketArn() + "/*" : resource;
    }

    private Finding holding(Statement statement) {
        String allows = statement.name() + " allows " + delivering.principal() + " " + action;
        List<String> undecided = undecided(statement);
        if (!undecided.isEmpty()) {
            return Finding.note(
                    PolicyFindings.SETTING,
                    allows + " under a condition that only AWS can judge: " + String.join(", ", undecided),
                    "If AWS does not deliver, remove it; nothing needs mending while deliveries arrive.");
        }
        return conditions(statement).noneMatch(AllowCondition::tellsWhoseExport)
                ? Finding.note(
                        PolicyFindings.SETTING,
                        allows + " for exports of every account, so that strangers can write to the bucket",
                        "Add its conditions: " + delivering.statement(action, all()))
                : Finding.ok(PolicyFindings.SETTING, allows);
    }

    private String reasons(List<Statement> candidates) {
        return candidates.stream()
                .map(statement -> statement.name() + ": " + String.join("; ", reasons(statement)))
                .collect(Collectors.joining(". "));
    }

    private List<String> reasons(Statement statement) {
        return conditions(statement)
                .map(AllowCondition::verdict)
                .flatMap(verdict -> verdict instanceof Verdict.Fails fails ? Stream.of(fails.reason()) : Stream.empty())
                .toList();
    }

    private List<String> undecided(Statement statement) {
        return conditions(statement)
                .map(AllowCondition::verdict)
                .flatMap(verdict -> verdict instanceof Verdict.Undecided undecided
                        ? Stream.of(undecided.condition())
                        : Stream.empty())
                .toList();
    }

    private Stream<AllowCondition> conditions(Statement statement) {
        return Condition.of(statement).stream().map(condition -> new AllowCondition(condition, delivering));
    }
}
