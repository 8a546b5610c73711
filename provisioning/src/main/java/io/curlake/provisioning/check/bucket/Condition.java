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
                values.stream().anyMatch(value -> mayMatch(value, arn)) ? new Verdict.Holds() : otherSource(delivering);
            case "stringequals", "stringequalsignorecase" -> exactSource(delivering, arn);
            default -> undecided();
        };
    }

    /** AWS appends an id to the name of an export, so an exact value may be the right one. */
    private static boolean mayMatch(String value, String arn) {
        return Statement.matches(value, arn) || Statement.matches(value, arn + "-id") || value.startsWith(arn);
    }

    private Verdict exactSource(Delivering delivering, String arn) {
        if (values.stream().anyMatch(value -> !value.contains("*") && value.startsWith(arn))) {
            return new Verdict.Holds();
        }
        return values.stream().anyMatch(value -> value.contains("*"))
                ? new Verdict.Fails(operator + " takes the '*' of aws:SourceArn '" + values.get(0)
                        + "' for a character, so it never matches; use ArnLike")
                : otherSource(delivering);
    }

    private Verdict otherSource(Delivering delivering) {
        String shown = String.join("', '", values);
        String[] parts = values.isEmpty() ? new String[0] : values.get(0).split(":", 6);
        String region = delivering.partition().billingRegion();
        if (parts.length == 6 && !Statement.matches(parts[3], region)) {
            return new Verdict.Fails("aws:SourceArn '" + shown + "' names region '" + parts[3]
                    + "', but AWS delivers from '" + region + "' whatever the bucket's region");
        }
        return new Verdict.Fails("aws:SourceArn '" + shown + "' does not match '" + delivering.sourceArn() + "'");
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
