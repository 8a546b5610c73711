package io.curlake.sandbox.aws.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A table that exports can select from.
 *
 * @param quota exports of it that an account may have
 * @param properties name and valid values, the default first; none listed: any
 * @param columns empty where the stand-in does not know them
 */
record Table(String name, int quota, Map<String, List<String>> properties, List<Column> columns) {
    /** @param condition {@code PROPERTY=VALUE}, or "" for always */
    record Column(String name, String type, String condition) {}

    static final String BILLING_VIEW = "BILLING_VIEW_ARN";

    private static final List<String> OFF = List.of("FALSE", "TRUE");
    private static final List<String> GRANULARITIES = List.of("HOURLY", "DAILY", "MONTHLY");
    private static final List<Table> ALL = List.of(
            new Table("COST_AND_USAGE_REPORT", 5, cur2Properties(), cur2Columns()),
            new Table("FOCUS_1_0_AWS", 2, Map.of(), List.of()),
            new Table("FOCUS_1_2_AWS", 2, Map.of("TIME_GRANULARITY", GRANULARITIES), List.of()),
            new Table("COST_OPTIMIZATION_RECOMMENDATIONS", 2, Map.of(), List.of()),
            new Table("CARBON_EMISSIONS", 2, Map.of(), List.of()));

    static List<Table> all() {
        return ALL;
    }

    static Optional<Table> named(String name) {
        return ALL.stream().filter(table -> table.name.equals(name)).findFirst();
    }

    /** Refuses properties that the table does not have, or not with these values. */
    void check(JsonNode configuration) {
        configuration.properties().forEach(property -> {
            String field = property.getKey();
            List<String> valid = properties.get(field);
            if (valid == null) {
                throw ExportErrors.invalid(field, "Table " + name + " has no property " + field + ".");
            }
            if (!valid.isEmpty() && !valid.contains(property.getValue().asText())) {
                throw ExportErrors.invalid(field, "Table property " + field + " must be one of " + valid + ".");
            }
        });
    }

    /** The columns that these properties leave. */
    List<Column> columns(JsonNode configuration) {
        return columns.stream().filter(column -> present(column, configuration)).toList();
    }

    private boolean present(Column column, JsonNode configuration) {
        if (column.condition.isEmpty()) {
            return true;
        }
        String[] sides = column.condition.split("=", 2);
        String byDefault = properties.getOrDefault(sides[0], OFF).get(0);
        return configuration.path(sides[0]).asText(byDefault).equals(sides[1]);
    }

    private static Map<String, List<String>> cur2Properties() {
        Map<String, List<String>> properties = new LinkedHashMap<>();
        properties.put("TIME_GRANULARITY", GRANULARITIES);
        properties.put("INCLUDE_RESOURCES", OFF);
        properties.put("INCLUDE_SPLIT_COST_ALLOCATION_DATA", OFF);
        properties.put("INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY", OFF);
        properties.put("INCLUDE_CAPACITY_RESERVATION_DATA", OFF);
        properties.put("INCLUDE_IAM_PRINCIPAL_DATA", OFF);
        properties.put(BILLING_VIEW, List.of());
        return properties;
    }

    private static List<Column> cur2Columns() {
        String file = "/io/curlake/sandbox/aws/cur2-columns.csv";
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .map(fields -> new Column(fields[0], fields[1], fields[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
