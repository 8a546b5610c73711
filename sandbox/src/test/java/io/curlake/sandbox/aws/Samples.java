package io.curlake.sandbox.aws;

/** Requests that are valid. */
final class Samples {
    static final String BUCKET = "acme-billing";

    private Samples() {}

    /** Lets both billing services deliver. */
    static String policy() {
        return """
                {"Version": "2012-10-17", "Statement": [
                  {"Sid": "A", "Effect": "Allow", "Principal": {"Service": "bcm-data-exports.amazonaws.com"},
                   "Action": "s3:PutObject", "Resource": "arn:aws:s3:::acme-billing/*",
                   "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:bcm-data-exports:us-east-1:111122223333:export/*"},
                                 "StringEquals": {"aws:SourceAccount": "111122223333"}}},
                  {"Sid": "B", "Effect": "Allow", "Principal": {"Service": "billingreports.amazonaws.com"},
                   "Action": ["s3:GetBucketAcl", "s3:GetBucketPolicy"], "Resource": "arn:aws:s3:::acme-billing",
                   "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:cur:us-east-1:111122223333:definition/*"}}},
                  {"Sid": "C", "Effect": "Allow", "Principal": {"Service": "billingreports.amazonaws.com"},
                   "Action": "s3:PutObject", "Resource": "arn:aws:s3:::acme-billing/*",
                   "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:cur:us-east-1:111122223333:definition/*"}}}]}
                """;
    }

    static String export(String name) {
        return """
                {"Name": "%s",
                 "DataQuery": {"QueryStatement": "SELECT bill_bill_type, line_item_unblended_cost FROM COST_AND_USAGE_REPORT",
                               "TableConfigurations": {"COST_AND_USAGE_REPORT": {"TIME_GRANULARITY": "DAILY"}}},
                 "DestinationConfigurations": {"S3Destination": {
                   "S3Bucket": "acme-billing", "S3Prefix": "exports", "S3Region": "us-east-1",
                   "S3OutputConfigurations": {"OutputType": "CUSTOM", "Format": "PARQUET", "Compression": "PARQUET",
                                              "Overwrite": "OVERWRITE_REPORT"}}},
                 "RefreshCadence": {"Frequency": "SYNCHRONOUS"}}
                """.formatted(name);
    }

    static String report(String name) {
        return """
                {"ReportName": "%s", "TimeUnit": "HOURLY", "Format": "Parquet", "Compression": "Parquet",
                 "AdditionalSchemaElements": ["RESOURCES"], "S3Bucket": "acme-billing", "S3Prefix": "reports",
                 "S3Region": "us-east-1", "AdditionalArtifacts": ["ATHENA"], "RefreshClosedReports": true,
                 "ReportVersioning": "OVERWRITE_REPORT"}
                """.formatted(name);
    }
}
