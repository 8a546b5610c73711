package io.curlake.jobs.cli.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Values of an answer as JSON and as text: amounts exact and without an exponent, times in UTC. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Values() {}

    /** Decimals are texts: a reader of JSON would make doubles of them. */
    static JsonNode json(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        } else if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            return JSON.numberNode(number);
        } else if (value instanceof Float number && Float.isFinite(number)) {
            return JSON.numberNode(number);
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte) {
            return JSON.numberNode(((Number) value).longValue());
        } else if (value instanceof Row row) {
            return object(row);
        } else if (value instanceof scala.collection.Map<?, ?> map) {
            return object(CollectionConverters.asJava(map));
        } else if (value instanceof scala.collection.Seq<?> items) {
            ArrayNode array = JSON.arrayNode();
            CollectionConverters.asJava(items).forEach(item -> array.add(json(item)));
            return array;
        }
        return JSON.textNode(text(value));
    }

    private static ObjectNode object(Row row) {
        ObjectNode object = JSON.objectNode();
        String[] names = row.schema().fieldNames();
        for (int i = 0; i < names.length; i++) {
            object.set(names[i], json(row.get(i)));
        }
        return object;
    }

    private static ObjectNode object(Map<?, ?> map) {
        ObjectNode object = JSON.objectNode();
        map.forEach((key, value) -> object.set(text(key), json(value)));
        return object;
    }

    /** Lists, maps and structures as JSON; Java's own texts of times are those of ISO 8601. */
    static String text(Object value) {
        if (value instanceof BigDecimal amount) {
            return Money.plain(amount);
        } else if (value instanceof Double number) {
            return Double.isFinite(number) ? Money.plain(BigDecimal.valueOf(number)) : number.toString();
        } else if (value instanceof Float number) {
            return Float.isFinite(number) ? Money.plain(new BigDecimal(number.toString())) : number.toString();
        } else if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        } else if (value instanceof Row || value instanceof scala.collection.Iterable<?>) {
            return json(value).toString();
        }
        return value.toString();
    }
}
