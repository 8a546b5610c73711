package io.curlake.provisioning.check.bucket;

import java.util.List;
import java.util.Locale;

/** A condition of a statement: an operator over the values of a key. */
record Condition(String operator, String key, List<String> values) {
    /** Whether a condition holds for a delivery. */
    sealed interface Verdict {
        record Holds() implements Verdict {}

        record Fails(String reason) implements Verdict {}

        /** It depends on what only AWS knows. */
        record Undecided(String condition) implements Verdict {}
    }

    Verdict on(Delivering delivering) {
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "aws:sourcearn" -> sourceArn(delivering);
            case "aws:sourceaccount" -> sourceAccount(delivering);
            case "aws:securetransport" ->
                values.contains("true") ? new Verdict.Holds() : new Verdict.Fails("it asks for calls without TLS");
            default -> undecided();
        };
    }

    private Verdict sourceArn(Delivering delivering) {
        String arn = delivering.sourceArn();
        return switch (plainOperator()) {
            case "arnlike", "arnequals", "stringlike" ->
                values.stream().anyMatch(value -> Statement.matches(value, arn))
                        ? new Verdict.Holds()
                        : otherSource(delivering);
            case "stringequals", "stringequalsignorecase" ->
                values.contains(arn) ? new Verdict.Holds() : notExactly(delivering);
            default -> undecided();
        };
    }

    private Verdict notExactly(Delivering delivering) {
        return values.stream()
                .filter(value -> value.contains("*"))
                .findFirst()
                .<Verdict>map(value -> new Verdict.Fails(operator + " takes the '*' of aws:SourceArn '" + value
                        + "' for a character, so it never matches; use ArnLike"))
                .orElseGet(() -> otherSource(delivering));
    }

    private Verdict otherSource(Delivering delivering) {
        String region = delivering.partition().billingRegion();
        return values.stream()
                .filter(value -> isElsewhere(value, region))
                .findFirst()
                .map(value -> new Verdict.Fails("aws:SourceArn '" + value + "' names region '"
                        + value.split(":", 6)[3] + "', but AWS delivers from '" + region
                        + "' whatever the bucket's region"))
                .orElseGet(() -> new Verdict.Fails("aws:SourceArn '" + String.join("', '", values)
                        + "' does not match '" + delivering.sourceArn() + "'"));
    }

    private static boolean isElsewhere(String arn, String region) {
        String[] parts = arn.split(":", 6);
        return parts.length == 6 && !Statement.matches(parts[3], region);
    }

    private Verdict sourceAccount(Delivering delivering) {
        return switch (plainOperator()) {
            case "stringequals", "stringequalsignorecase", "stringlike" -> {
                String payer = delivering.payer().value();
                boolean like = plainOperator().equals("stringlike");
                yield values.stream().anyMatch(value -> like ? Statement.matches(value, payer) : value.equals(payer))
                        ? new Verdict.Holds()
                        : new Verdict.Fails(
                                "aws:SourceAccount '" + String.join("', '", values) + "' is not payer '" + payer + "'");
            }
            default -> undecided();
        };
    }

    private String plainOperator() {
        return operator.toLowerCase(Locale.ROOT)
                .replaceFirst("^(forallvalues|foranyvalue):", "")
                .replaceFirst("ifexists$", "");
    }

    private Verdict undecided() {
        return new Verdict.Undecided(operator + " on " + key);
    }
}
