package io.curlake.jobs.cli.sql;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.curlake.jobs.table.Grain;
import io.curlake.jobs.table.TableName;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The tables, a line each, with what one row is. */
final class TableList {
    private TableList() {}

    static String text() {
        int widest = Arrays.stream(TableName.values())
                .mapToInt(table -> table.tableName().length())
                .max()
                .orElseThrow();
        return Arrays.stream(TableName.values())
                .map(table -> table.tableName()
                        + " ".repeat(widest - table.tableName().length()) + "  " + Grain.of(table))
                .collect(Collectors.joining("\n"));
    }

    static String json() {
        ArrayNode tables = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(TableName.values())
                .forEach(table ->
                        tables.addObject().put("table", table.tableName()).put("grain", Grain.of(table)));
        return tables.toString();
    }
}
