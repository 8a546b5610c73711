package io.curlake.jobs.gold.focus.rule;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** The checks that rules are made of, by name, written from what the rules mean. */
final class Checks {
    private static final Pattern PASCAL_CASE = Pattern.compile("(x_)?[A-Z][A-Za-z0-9]*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final BigDecimal LAST_PLACE = new BigDecimal("1e-18");

    /** The properties of a price that FOCUS defines, as far as they are texts. */
    private static final Set<String> PRICE_PROPERTIES =
            Set.of("DiskType", "InstanceType", "InstanceSeries", "OperatingSystem", "Redundancy", "StorageClass");

    static final Map<String, Check> BY_NAME = Map.ofEntries(
            Map.entry(
                    "present",
                    (rule, data) -> List.of(data.schema().fieldNames()).contains(rule.columns())
                            ? List.of()
                            : List.of(rule.columns())),
            Map.entry("text", Check.ofTypes(DataTypes.StringType::equals)),
            Map.entry("decimal", Check.ofTypes(DecimalType.class::isInstance)),
            Map.entry("timestamp", Check.ofTypes(DataTypes.TimestampType::equals)),
            Map.entry(
                    "pascal case",
                    Check.ofNames(name -> PASCAL_CASE.matcher(name).matches())),
            Map.entry("alphanumeric", Check.ofNames(name -> name.matches("(x_)?[A-Za-z0-9]+"))),
            Map.entry("short", Check.ofNames(name -> name.length() <= 50)),
            Map.entry("custom prefix", Check.ofNames(Checks::isNamedByOrigin)),
            Map.entry("custom last", Checks::customBeforeSpecified),
            Map.entry("null", Check.ofRows((rule, row) -> row.getAs(rule.columns()) == null)),
            Map.entry("not null", Check.ofRows((rule, row) -> row.getAs(rule.columns()) != null)),
            Map.entry("unicode", Check.ofValues((rule, value) -> isUnicode((String) value))),
            Map.entry("not blank", Check.ofValues((rule, value) -> !((String) value).isBlank())),
            Map.entry(
                    "numeric",
                    Check.ofValues(
                            (rule, value) -> NUMBER.matcher(value.toString()).matches())),
            Map.entry(
                    "time",
                    Check.ofValues((rule, value) -> TIME.matcher(
                                    ((Timestamp) value).toInstant().toString())
                            .matches())),
            Map.entry("first of month", Check.ofValues((rule, value) -> isFirstOfMonth((Timestamp) value))),
            Map.entry("currency", Check.ofValues((rule, value) -> isCurrency((String) value))),
            Map.entry("unit", Check.ofValues((rule, value) -> ((String) value).equals(((String) value).strip()))),
            Map.entry("key value", Check.ofValues((rule, value) -> isOfTexts((scala.collection.Map<?, ?>) value))),
            Map.entry(
                    "key pascal case",
                    Check.ofValues((rule, value) -> keys(value).stream()
                            .allMatch(key -> PASCAL_CASE.matcher(key).matches()))),
            Map.entry(
                    "key prefix",
                    Check.ofValues((rule, value) -> keys(value).stream()
                            .allMatch(key -> key.startsWith("x_") || PRICE_PROPERTIES.contains(key)))),
            Map.entry(
                    "one of",
                    Check.ofValues((rule, value) -> rule.arguments("\\|").contains(value))),
            Map.entry(
                    "none of",
                    Check.ofValues((rule, value) -> !rule.arguments("\\|").contains(value))),
            Map.entry("equals", Check.ofValues((rule, value) -> number(value).compareTo(number(rule.argument())) == 0)),
            Map.entry(
                    "at least", Check.ofValues((rule, value) -> number(value).compareTo(number(rule.argument())) >= 0)),
            Map.entry(
                    "same",
                    Check.ofRows((rule, row) ->
                            Objects.equals(row.<Object>getAs(rule.columns()), row.<Object>getAs(rule.argument())))),
            Map.entry(
                    "differs",
                    Check.ofRows((rule, row) -> row.getAs(rule.columns()) == null
                            || !row.<Object>getAs(rule.columns()).equals(row.<Object>getAs(rule.argument())))),
            Map.entry(
                    "before",
                    Check.ofRows((rule, row) ->
                            row.<Timestamp>getAs(rule.columns()).before(row.<Timestamp>getAs(rule.argument())))),
            Map.entry("pair", Check.ofRows((rule, row) -> rule.arguments(";").contains(pair(rule, row)))),
            Map.entry("single", Checks::severalValues),
            Map.entry("product", Check.ofRows(Checks::isProduct)));

    private Checks() {}

    private static boolean isNamedByOrigin(String name) {
        return name.startsWith("x_")
                || List.of(io.curlake.jobs.gold.focus.FocusColumns.SPECIFIED.fieldNames())
                        .contains(name);
    }

    private static List<String> customBeforeSpecified(FocusRule rule, FocusData data) {
        List<String> names = List.of(data.schema().fieldNames());
        long specified = names.stream().filter(name -> !name.startsWith("x_")).count();
        return names.stream()
                .limit(specified)
                .filter(name -> name.startsWith("x_"))
                .toList();
    }

    private static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(code -> code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE);
    }

    private static boolean isFirstOfMonth(Timestamp time) {
        ZonedDateTime utc = time.toInstant().atZone(ZoneOffset.UTC);
        return utc.equals(utc.toLocalDate().withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC));
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static boolean isOfTexts(scala.collection.Map<?, ?> map) {
        return scala.jdk.javaapi.CollectionConverters.asJava(map).entrySet().stream()
                .allMatch(entry -> entry.getKey() instanceof String && entry.getValue() instanceof String);
    }

    private static Set<String> keys(Object map) {
        return scala.jdk.javaapi.CollectionConverters.asJava((scala.collection.Map<?, ?>) map).keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString());
    }

    private static String pair(FocusRule rule, Row row) {
        List<String> columns = rule.columnsIn(row.schema());
        return row.getAs(columns.get(0)) + ">" + row.getAs(columns.get(1));
    }

    /** Keys with more than one value of another column. */
    private static List<String> severalValues(FocusRule rule, FocusData data) {
        Map<Object, Set<Object>> values = new HashMap<>();
        for (Row row : data.rows()) {
            Object key = row.getAs(rule.columns());
            Object value = row.getAs(rule.argument());
            if (key != null && value != null) {
                values.computeIfAbsent(key, k -> new java.util.HashSet<>()).add(value);
            }
        }
        return values.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> rule.columns() + " " + entry.getKey() + " " + entry.getValue())
                .toList();
    }

    /** A price has 18 places: the product may differ by what that rounds off every unit, and by its own last place. */
    private static boolean isProduct(FocusRule rule, Row row) {
        BigDecimal price = row.getAs(rule.columns());
        BigDecimal quantity = row.getAs(rule.arguments(" ").get(0));
        BigDecimal cost = row.getAs(rule.arguments(" ").get(1));
        if (price == null || quantity == null) {
            return true;
        }
        BigDecimal tolerance = quantity.abs().add(BigDecimal.ONE).multiply(LAST_PLACE);
        return price.multiply(quantity).subtract(cost).abs().compareTo(tolerance) <= 0;
    }
}
