package io.curlake.jobs.gold.focus.rule;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;

/** When a rule holds, in its own words: {@code ChargeCategory=Usage|Purchase & ChargeClass!=Correction}; '' always. */
record Condition(Predicate<Row> holds, boolean isAlways) {
    private static final Pattern TERM = Pattern.compile("(\\w+)(=|!=|~)(.+)");

    static Condition of(String text) {
        if (text.isEmpty()) {
            return new Condition(row -> true, true);
        }
        Predicate<Row> any = Arrays.stream(text.split(" or ", -1))
                .map(Condition::conjunction)
                .reduce(Predicate::or)
                .orElseThrow();
        return new Condition(any, false);
    }

    private static Predicate<Row> conjunction(String text) {
        return Arrays.stream(text.split(" & ", -1))
                .map(Condition::term)
                .reduce(Predicate::and)
                .orElseThrow();
    }

    private static Predicate<Row> term(String text) {
        Matcher matcher = TERM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        String column = matcher.group(1);
        List<String> values = List.of(matcher.group(3).split("\\|", -1));
        return switch (matcher.group(2)) {
            case "=" -> row -> values.contains(String.valueOf(row.<Object>getAs(column)));
            case "!=" -> row -> !values.contains(String.valueOf(row.<Object>getAs(column)));
            default -> row -> String.valueOf(row.<Object>getAs(column)).contains(values.get(0));
        };
    }
}
