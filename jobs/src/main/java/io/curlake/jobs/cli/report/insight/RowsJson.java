package io.curlake.jobs.cli.report.insight;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Rows of a table as JSON, column by column; amounts are exact decimal texts. */
public final class RowsJson {
    private RowsJson() {}

    public static String of(String verb, List<Row> rows) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("verb", verb);
        ArrayNode array = json.putArray("rows");
        rows.forEach(row -> add(array.addObject(), row));
        return json.toString();
    }

    private static void add(ObjectNode json, Row row) {
        for (String name : row.schema().fieldNames()) {
            add(json, name, row.getAs(name));
        }
    }

    private static void add(ObjectNode json, String name, @Nullable Object value) {
        if (value == null) {
            json.putNull(name);
        } else if (value instanceof BigDecimal amount) {
            json.put(name, Money.plain(amount));
        } else if (value instanceof Integer number) {
            json.put(name, number);
        } else if (value instanceof scala.collection.Seq<?> items) {
            ArrayNode array = json.putArray(name);
            scala.jdk.javaapi.CollectionConverters.asJava(items).forEach(item -> add(array.addObject(), (Row) item));
        } else {
            json.put(name, value.toString());
        }
    }
}
