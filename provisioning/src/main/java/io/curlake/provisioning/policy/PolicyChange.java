package io.curlake.provisioning.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What writing a bucket policy would change, for a person to see first. Nothing is ever removed.
 *
 * @param kept statements that stay as they are
 * @param added statements that are new
 * @param changed statements of ours that say something else by now
 */
public record PolicyChange(List<Statement> kept, List<Statement> added, List<Changed> changed) {
    /** A statement before and after. */
    public record Changed(Statement before, Statement after) {}

    public PolicyChange {
        kept = List.copyOf(kept);
        added = List.copyOf(added);
        changed = List.copyOf(changed);
    }

    /** What {@link PolicyDocument#with} would do. */
    public static PolicyChange of(PolicyDocument present, List<Statement> ours) {
        Map<String, Statement> bySid =
                ours.stream().collect(Collectors.toMap(own -> own.sid().orElseThrow(), Function.identity()));
        List<Statement> kept = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Statement statement : present.statements()) {
            Optional<Statement> own = statement.sid().map(bySid::get);
            if (own.isPresent() && !statement.meansTheSameAs(own.get())) {
                changed.add(new Changed(statement, own.get()));
            } else {
                kept.add(statement);
            }
        }
        List<String> sids = present.statements().stream()
                .flatMap(statement -> statement.sid().stream())
                .toList();
        List<Statement> added = ours.stream()
                .filter(own -> !sids.contains(own.sid().orElseThrow()))
                .toList();
        return new PolicyChange(kept, added, changed);
    }

    /** Whether the policy says already all it should. */
    public boolean isNone() {
        return added.isEmpty() && changed.isEmpty();
    }

    /** In the signs of a plan: = stays, + comes, ~ changes. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        kept.forEach(statement -> lines.add("= " + statement.name()));
        for (Changed change : changed) {
            lines.add("~ " + change.after().name());
            indented(change.before().text()).forEach(line -> lines.add("  - " + line));
            indented(change.after().text()).forEach(line -> lines.add("  + " + line));
        }
        for (Statement statement : added) {
            lines.add("+ " + statement.name());
            indented(statement.text()).forEach(line -> lines.add("    " + line));
        }
        return lines;
    }

    private static List<String> indented(String text) {
        return text.lines().toList();
    }
}
