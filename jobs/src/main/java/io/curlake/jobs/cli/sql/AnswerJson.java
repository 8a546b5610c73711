package io.curlake.jobs.cli.sql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.run.query.QueryResult;
import io.curlake.model.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** An answer as one JSON array, an object a line. */
final class AnswerJson {
    private AnswerJson() {}

    /** Refuses an answer of which two columns have one name: an object would keep one of them. */
    static String of(QueryResult answer) {
        String[] names = answer.columns().fieldNames();
        requireDistinct(names);
        return answer.rows().isEmpty()
                ? "[]"
                : answer.rows().stream()
                        .map(row -> object(names, row).toString())
                        .collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    private static ObjectNode object(String[] names, Row row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < names.length; i++) {
            object.set(names[i], Values.json(row.get(i)));
        }
        return object;
    }

    private static void requireDistinct(String[] names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw Refusal.usage("Cannot print the answer as JSON: two of its columns are named '" + name
                        + "'. Give one of them another name with AS.");
            }
        }
    }
}
