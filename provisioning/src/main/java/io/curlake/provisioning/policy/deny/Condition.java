package io.curlake.provisioning.policy.deny;

import io.curlake.provisioning.policy.Statement;
import io.curlake.provisioning.policy.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One key of one condition operator of a statement; all conditions of a statement must hold for it to apply. */
public record Condition(String operator, String key, List<String> values) {
    private static final String FOR_ALL = "forallvalues:";
    private static final String FOR_ANY = "foranyvalue:";
    private static final String IF_EXISTS = "ifexists";

    public static List<Condition> of(Statement statement) {
        List<Condition> conditions = new ArrayList<>();
        statement
                .element("Condition")
                .properties()
                .forEach(operator -> operator.getValue()
                        .properties()
                        .forEach(key -> conditions.add(
                                new Condition(operator.getKey(), key.getKey(), Texts.of(key.getValue())))));
        return conditions;
    }

    /** Whether it holds for a delivery. */
    public Truth holds(DeliveryContext context) {
        return Truth.agreed(context.of(key).stream().map(this::holds));
    }

    /** Whether AWS alone knows what it is about, so that {@link #holds} is careful rather than sure. */
    public boolean isForAwsToKnow(DeliveryContext context) {
        return context.of(key).stream().anyMatch(Possibility.Foreign.class::isInstance);
    }

    private Truth holds(Possibility given) {
        String base = base();
        boolean isAbsent = given instanceof Possibility.Absent;
        if (base.equals("null")) {
            return Truth.any(
                    values.stream().map(value -> Truth.of(Boolean.parseBoolean(Possibility.lower(value)) == isAbsent)));
        }
        if (isAbsent) {
            return ofAbsent();
        }
        Truth named = Truth.any(values.stream().map(value -> Comparison.of(positive(base), value, given)));
        return isNegated(base) ? named.not() : named;
    }

    /** IAM's own table: a negated operator is true of a key that is not there, and so is ...IfExists and ForAllValues. */
    private Truth ofAbsent() {
        String name = Possibility.lower(operator);
        if (name.startsWith(FOR_ALL)) {
            return Truth.TRUE;
        }
        if (name.startsWith(FOR_ANY)) {
            return name.endsWith(IF_EXISTS) ? Truth.UNKNOWN : Truth.FALSE;
        }
        return Truth.of(name.endsWith(IF_EXISTS) || isNegated(base()));
    }

    private String base() {
        String name = Possibility.lower(operator);
        String single = name.substring(name.indexOf(':') + 1);
        return single.endsWith(IF_EXISTS) ? single.substring(0, single.length() - IF_EXISTS.length()) : single;
    }

    private static boolean isNegated(String base) {
        return base.startsWith("not") || base.startsWith("stringnot") || base.matches("(arn|numeric|date)not.*");
    }

    private static String positive(String base) {
        return isNegated(base) ? base.replaceFirst("not", "") : base;
    }

    @Override
    public String toString() {
        return operator + " " + key + " "
                + values.stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
    }
}
