package io.curlake.sandbox.aws.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.curlake.sandbox.aws.wire.AwsError;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An export's query.
 *
 * @param columns that it selects; of a map's member the map
 * @param table that it selects from
 */
record Query(List<String> columns, String table) {
    private static final Pattern FORM = Pattern.compile(
            "\\s*SELECT\\s+(.+?)\\s+FROM\\s+([A-Za-z0-9_]+)(?:\\s+(?:WHERE|LIMIT)\\s.+)?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile(
            "([a-z0-9_]+)(?:\\.[A-Za-z0-9_:/\\-]+)?(?:\\s+AS\\s+[A-Za-z0-9_]+)?", Pattern.CASE_INSENSITIVE);

    /** Reads the query of an export; refuses what Data Exports cannot run. */
    static Query of(JsonNode export) {
        String statement = export.path("DataQuery").path("QueryStatement").asText();
        Matcher form = FORM.matcher(statement);
        if (!form.matches()) {
            throw invalid("The query statement is not valid.");
        }
        List<String> columns =
                Arrays.stream(form.group(1).split(",", -1)).map(Query::column).toList();
        return new Query(columns, form.group(2));
    }

    private static String column(String selected) {
        Matcher form = COLUMN.matcher(selected.strip());
        if (!form.matches()) {
            throw invalid("The query statement is not valid near '" + selected.strip() + "'.");
        }
        return form.group(1);
    }

    private static AwsError invalid(String message) {
        return ExportErrors.invalid("export.dataQuery.queryStatement", message);
    }
}
