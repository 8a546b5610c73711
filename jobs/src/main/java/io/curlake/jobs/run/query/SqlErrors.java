package io.curlake.jobs.run.query;

import io.curlake.jobs.export.Refusals;
import io.curlake.jobs.table.TableName;
import io.curlake.model.NearestWord;
import io.curlake.model.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.jspecify.annotations.Nullable;

/** What Spark finds wrong with a query, as one sentence with the place. */
final class SqlErrors {
    /** The query, a value in it or its size, by the classes of the SQL standard; all else is no mistake of the query's. */
    private static final List<String> MISTAKES_OF_QUERIES = List.of("0A", "21", "22", "2B", "42", "54");

    private static final Pattern CONDITION = Pattern.compile("^\\[[A-Z0-9_.]+] ");
    private static final Pattern STATE = Pattern.compile("\\s*SQLSTATE: \\w{5}");
    private static final Pattern PLACE = Pattern.compile("[;\\s(]*\\(?line (\\d+),? pos (\\d+)\\)?");

    private SqlErrors() {}

    /** Empty where the query is not to blame. */
    static Optional<Refusal> of(Throwable failure) {
        Optional<Refusal> refusal = Refusals.in(failure);
        return refusal.isPresent() ? refusal : mistake(failure);
    }

    private static Optional<Refusal> mistake(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable spark && isMistake(spark)) {
                return Optional.of(refusal(cause, spark));
            }
        }
        return Optional.empty();
    }

    private static boolean isMistake(SparkThrowable failure) {
        String state = String.valueOf(failure.getSqlState());
        return MISTAKES_OF_QUERIES.stream().anyMatch(state::startsWith);
    }

    private static Refusal refusal(Throwable cause, SparkThrowable failure) {
        String message = String.valueOf(cause.getMessage());
        String place = place(message, failure);
        return Refusal.usage("Cannot run this SQL" + place + ": "
                + ("TABLE_OR_VIEW_NOT_FOUND".equals(failure.getCondition()) ? unknownTable(failure) : reason(message)));
    }

    /** As a person counts: lines and columns from 1. */
    private static String place(String message, SparkThrowable failure) {
        Matcher place = PLACE.matcher(message);
        if (place.find()) {
            return place(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
        }
        return Arrays.stream(failure.getQueryContext())
                .filter(context -> context.contextType() == org.apache.spark.QueryContextType.SQL)
                .filter(context -> context.startIndex() >= 0)
                .findFirst()
                .map(context -> " at '" + context.fragment().strip().replaceAll("\\s+", " ") + "'")
                .orElse("");
    }

    private static String place(int line, int position) {
        return " at line " + line + ", column " + (position + 1);
    }

    private static String reason(String message) {
        String first = message.strip().lines().findFirst().orElse("");
        String words = CONDITION.matcher(first).replaceFirst("");
        words = STATE.matcher(words).replaceAll("");
        words = PLACE.matcher(words).replaceAll("").replaceFirst("[;\\s]+$", "");
        return words.endsWith(".") || words.endsWith("?") ? words : words + ".";
    }

    private static String unknownTable(SparkThrowable failure) {
        String name = String.valueOf(failure.getMessageParameters().get("relationName"))
                .replace("`", "");
        List<String> near = NearestWord.of(
                name.toLowerCase(Locale.ROOT),
                Arrays.stream(TableName.values()).map(TableName::tableName).toList());
        return "there is no table '" + name + "'."
                + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?")
                + " 'curlake sql --tables' lists the tables.";
    }
}
