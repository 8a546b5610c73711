package io.curlake.provisioning.check.bucket;

import io.curlake.provisioning.policy.deny.Condition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A condition under which a bucket policy allows something, and why a delivery does not meet it. */
record AllowCondition(Condition condition, Delivering delivering) {
    /** Whether a condition holds for a delivery. */
    sealed interface Verdict {
        record Holds() implements Verdict {}

        record Fails(String reason) implements Verdict {}

        /** It depends on what only AWS knows. */
        record Undecided(String condition) implements Verdict {}
    }

    Verdict verdict() {
        return switch (condition.holds(delivering.context())) {
            case TRUE -> new Verdict.Holds();
            case FALSE -> condition.isForAwsToKnow(delivering.context()) ? undecided() : new Verdict.Fails(whyNot());
            case UNKNOWN -> undecided();
        };
    }

    /** Whether it tells the exports of one account from those of all others. */
    boolean tellsWhoseExport() {
        return key().equals("aws:sourceaccount") || key().equals("aws:sourcearn");
    }

    private Verdict undecided() {
        return new Verdict.Undecided(condition.toString());
    }

    private String whyNot() {
        return switch (key()) {
            case "aws:sourcearn" -> starForText().or(this::otherRegion).orElseGet(this::otherSource);
            case "aws:sourceaccount" -> "aws:SourceAccount " + values() + " is not payer '" + payer() + "'";
            case "aws:securetransport" -> "it asks for calls without TLS";
            default -> "a delivery does not meet " + condition;
        };
    }

    private String values() {
        return "'" + String.join("', '", condition.values()) + "'";
    }

    /** The mistake of AWS's own sample of a policy for legacy reports. */
    private Optional<String> starForText() {
        boolean isExact = condition.operator().toLowerCase(Locale.ROOT).contains("stringequals");
        return condition.values().stream()
                .filter(value -> isExact && value.contains("*"))
                .findFirst()
                .map(value -> condition.operator() + " takes the '*' of aws:SourceArn '" + value
                        + "' for a character, so it never matches; use ArnLike");
    }

    private Optional<String> otherRegion() {
        String region = delivering.delivery().partition().billingRegion();
        return condition.values().stream()
                .filter(value -> isElsewhere(value, region))
                .findFirst()
                .map(value -> "aws:SourceArn '" + value + "' names region '" + value.split(":", 6)[3]
                        + "', but AWS delivers from '" + region + "' whatever the bucket's region");
    }

    private static boolean isElsewhere(String arn, String region) {
        List<String> parts = List.of(arn.split(":", 6));
        return parts.size() == 6 && !parts.get(3).contains("*") && !parts.get(3).equals(region);
    }

    private String otherSource() {
        return "aws:SourceArn " + values() + " does not match '" + delivering.sourceArn() + "'";
    }

    private String payer() {
        return delivering.delivery().payer().value();
    }

    private String key() {
        return condition.key().toLowerCase(Locale.ROOT);
    }
}
