package io.curlake.provisioning.catalog;

import io.curlake.model.LineItemColumn;
import io.curlake.provisioning.catalog.ExistingReport.ReportHealth;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Exports and reports for tests. */
public final class Exports {
    public static final String ARN = "arn:aws:bcm-data-exports:us-east-1:111122223333:export/acme-cur2-1";

    private Exports() {}

    /** Selects these columns of COST_AND_USAGE_REPORT. */
    public static String select(Predicate<LineItemColumn> wanted) {
        return Arrays.stream(LineItemColumn.values())
                .filter(wanted)
                .map(LineItemColumn::columnName)
                .collect(Collectors.joining(", ", "SELECT ", " FROM COST_AND_USAGE_REPORT"));
    }

    public static ExistingExport export(String statement, Map<String, String> properties) {
        return new ExistingExport(
                ARN,
                "acme-cur2",
                "",
                new ExportQuery(statement, Map.of("COST_AND_USAGE_REPORT", properties)),
                destination("PARQUET", "PARQUET", "CREATE_NEW_REPORT"),
                health("HEALTHY", null));
    }

    public static ExportDestination destination(String format, String compression, String overwrite) {
        return new ExportDestination("acme-billing", "exports", "eu-west-1", "CUSTOM", format, compression, overwrite);
    }

    public static ExportHealth health(String code, @Nullable String reason) {
        return new ExportHealth(
                code,
                Optional.ofNullable(reason),
                Optional.of(Instant.parse("2026-11-01T10:00:00Z")),
                Optional.empty(),
                Optional.empty());
    }

    public static ExistingReport report(List<String> elements, Optional<Boolean> refreshClosed) {
        return new ExistingReport(
                "acme-cur",
                "HOURLY",
                elements,
                List.of(),
                refreshClosed,
                new ExportDestination(
                        "acme-billing", "reports", "eu-west-1", "", "textORcsv", "GZIP", "OVERWRITE_REPORT"),
                new ReportHealth(Optional.of("20261101T190636Z"), Optional.of("SUCCESS")));
    }
}
