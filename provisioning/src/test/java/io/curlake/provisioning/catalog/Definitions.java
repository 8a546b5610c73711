package io.curlake.provisioning.catalog;

/** Exports and reports as AWS keeps them, for the stand-in. */
public final class Definitions {
    private Definitions() {}

    /** An export of Parquet, create-new, with resource ids. */
    public static String export(String name, String statement) {
        return """
                {"Name": "%s", "Description": "by hand",
                 "DataQuery": {"QueryStatement": "%s",
                               "TableConfigurations": {"COST_AND_USAGE_REPORT":
                                   {"TIME_GRANULARITY": "HOURLY", "INCLUDE_RESOURCES": "TRUE"}}},
                 "DestinationConfigurations": {"S3Destination": {
                   "S3Bucket": "acme-billing", "S3Prefix": "exports", "S3Region": "us-east-1",
                   "S3OutputConfigurations": {"OutputType": "ATHENA", "Format": "PARQUET", "Compression": "PARQUET",
                                              "Overwrite": "CREATE_NEW_REPORT"}}},
                 "RefreshCadence": {"Frequency": "SYNCHRONOUS"}}
                """.formatted(name, statement);
    }

    /** A report of CSV, overwriting, with resource ids. */
    public static String report(String name) {
        return """
                {"ReportName": "%s", "TimeUnit": "HOURLY", "Format": "textORcsv", "Compression": "GZIP",
                 "AdditionalSchemaElements": ["RESOURCES"], "S3Bucket": "acme-billing", "S3Prefix": "reports",
                 "S3Region": "us-east-1", "AdditionalArtifacts": ["REDSHIFT"], "RefreshClosedReports": true,
                 "ReportVersioning": "OVERWRITE_REPORT"}
                """.formatted(name);
    }
}
