package io.curlake.provisioning.catalog;

import java.util.Map;

/**
 * What an export selects.
 *
 * @param statement the SQL text
 * @param configurations the properties of each table, by table
 */
public record ExportQuery(String statement, Map<String, Map<String, String>> configurations) {
    public ExportQuery {
        configurations = Map.copyOf(configurations);
    }

    /** The table after FROM; where the statement has none, the one that is configured. */
    public String table() {
        String named = SelectedColumns.of(statement).table();
        return named.isEmpty() && configurations.size() == 1
                ? configurations.keySet().iterator().next()
                : named;
    }
}
