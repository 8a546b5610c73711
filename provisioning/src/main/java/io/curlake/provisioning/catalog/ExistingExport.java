package io.curlake.provisioning.catalog;

import java.util.Map;

/** An export of AWS Data Exports as it is. Enumerations are AWS's own words, so that new ones survive. */
public record ExistingExport(
        String arn,
        String name,
        String description,
        ExportQuery query,
        ExportDestination destination,
        ExportHealth health) {

    /** The table that the export is of. */
    public String table() {
        return query.table();
    }

    /** The value of a table property, AWS's default where the export does not set it. */
    public String property(TableProperty property) {
        return query.configurations()
                .getOrDefault(table(), Map.of())
                .getOrDefault(property.name(), property.byDefault());
    }

    /** Whether a table property is {@code TRUE}. */
    public boolean has(TableProperty property) {
        return "TRUE".equalsIgnoreCase(property(property));
    }
}
