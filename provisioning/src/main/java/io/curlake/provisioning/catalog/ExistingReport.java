package io.curlake.provisioning.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A legacy CUR report as it is, in AWS's own words.
 *
 * @param schemaElements RESOURCES, SPLIT_COST_ALLOCATION_DATA, MANUAL_DISCOUNT_COMPATIBILITY
 * @param refreshClosed whether months that are over are delivered again when AWS corrects them
 */
public record ExistingReport(
        String name,
        String timeUnit,
        List<String> schemaElements,
        List<String> artifacts,
        Optional<Boolean> refreshClosed,
        ExportDestination destination,
        ReportHealth health) {
    public ExistingReport {
        schemaElements = List.copyOf(schemaElements);
        artifacts = List.copyOf(artifacts);
    }

    /**
     * The last delivery of a report.
     *
     * @param lastDelivery like {@code 20240417T190636Z}
     * @param lastStatus SUCCESS, ERROR_PERMISSIONS or ERROR_NO_BUCKET
     */
    public record ReportHealth(Optional<String> lastDelivery, Optional<String> lastStatus) {}

    /** Whether a schema element is included. */
    public boolean has(String schemaElement) {
        return schemaElements.contains(schemaElement);
    }
}
