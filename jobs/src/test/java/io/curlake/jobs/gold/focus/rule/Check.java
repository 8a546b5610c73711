package io.curlake.jobs.gold.focus.rule;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/** Finds what of a dataset breaks a rule, each as a text. */
interface Check {
    List<String> violations(FocusRule rule, FocusData data);

    /** Of every row in which the rule's condition holds. */
    static Check ofRows(BiPredicate<FocusRule, Row> isRight) {
        return (rule, data) -> data.rows().stream()
                .filter(rule.when().holds())
                .filter(row -> !isRight.test(rule, row))
                .map(row -> row.getAs("x_LineItemType") + " " + row)
                .toList();
    }

    /** Of every value of the rule's columns. What is NULL is right, unless the rule has a condition, which then wants it. */
    static Check ofValues(BiPredicate<FocusRule, Object> isRight) {
        return (rule, data) -> {
            List<String> columns = rule.columnsIn(data.schema());
            return ofRows((r, row) -> columns.stream()
                            .map(column -> row.<Object>getAs(column))
                            .allMatch(value -> value == null ? r.when().isAlways() : isRight.test(r, value)))
                    .violations(rule, data);
        };
    }

    /** Of the names of columns. */
    static Check ofNames(Predicate<String> isRight) {
        return (rule, data) ->
                rule.columnsIn(data.schema()).stream().filter(isRight.negate()).toList();
    }

    /** Of the types of columns. */
    static Check ofTypes(Predicate<DataType> isRight) {
        return (rule, data) -> rule.columnsIn(data.schema()).stream()
                .filter(column -> !List.of(data.schema().fieldNames()).contains(column)
                        || !isRight.test(data.schema().apply(column).dataType()))
                .toList();
    }
}
