package io.curlake.jobs.sample.files;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import io.curlake.jobs.sample.line.DiscountKind;
import io.curlake.jobs.sample.line.LineItem;
import java.util.Map;
import java.util.StringJoiner;

/** Map columns as the JSON text that CUR 2.0 has in CSV. */
final class JsonMap {
    private JsonMap() {}

    static String ofTexts(Map<String, String> map) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        map.forEach((key, value) -> json.add(quoted(key) + ":" + quoted(value)));
        return json.toString();
    }

    static String ofDiscounts(LineItem item) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        for (DiscountKind kind : DiscountKind.values()) {
            if (item.has(kind)) {
                json.add(quoted(kind.key()) + ":" + DoubleToDecimal.toString(item.discount(kind)));
            }
        }
        return json.toString();
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
