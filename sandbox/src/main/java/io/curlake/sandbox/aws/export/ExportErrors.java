package io.curlake.sandbox.aws.export;

import io.curlake.sandbox.aws.wire.AwsError;

/** What Data Exports refuses beyond its model. */
final class ExportErrors {
    private ExportErrors() {}

    static AwsError invalid(String field, String message) {
        AwsError error = AwsError.refused("ValidationException", message);
        error.members()
                .put("Reason", "fieldValidationFailed")
                .putArray("Fields")
                .addObject()
                .put("Name", field)
                .put("Message", message);
        return error;
    }

    static AwsError notFound(String type, String id) {
        return AwsError.refused("ResourceNotFoundException", "The " + type + " " + id + " is not found.")
                .with("ResourceId", id)
                .with("ResourceType", type);
    }

    static AwsError quota(String table, int limit) {
        return AwsError.refused(
                        "ServiceQuotaExceededException",
                        "The account has reached the limit of " + limit + " exports of table " + table + ".")
                .with("QuotaCode", "L-SANDBOX")
                .with("ServiceCode", "bcm-data-exports")
                .with("ResourceType", "export");
    }
}
