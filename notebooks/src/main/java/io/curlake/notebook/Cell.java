package io.curlake.notebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A value of a column, as text.
 *
 * @param column the name, which says whether a number is a percentage
 */
record Cell(String column, @Nullable Object value) {
    static final String NOTHING = "–";

    boolean isNumber() {
        return value instanceof Number;
    }

    /** For the eye: thousands apart, amounts in cents. */
    String shown() {
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof BigDecimal || value instanceof Double) {
            BigDecimal number = new BigDecimal(value.toString());
            return column.endsWith("percent") ? rounded(number, 1) + " %" : rounded(number, 2);
        }
        return value instanceof Number ? rounded(new BigDecimal(value.toString()), 0) : plain();
    }

    /** To calculate with: all digits, nothing else. */
    String plain() {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal amount) {
            return exact(amount);
        }
        if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        if (value instanceof scala.collection.Map<?, ?> map) {
            return text(CollectionConverters.asJava(map));
        }
        return value.toString();
    }

    static String exact(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    static String rounded(BigDecimal number, int digits) {
        BigDecimal rounded = number.setScale(digits, RoundingMode.HALF_UP);
        DecimalFormat format = new DecimalFormat(
                digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits), DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(rounded).replace('-', '−');
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String text(Map<?, ?> map) {
        return new TreeMap<>(map)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
