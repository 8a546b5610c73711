package io.curlake.sandbox.aws.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.curlake.sandbox.aws.bucket.Buckets;
import io.curlake.sandbox.aws.wire.AwsError;
import io.curlake.sandbox.aws.wire.Caller;
import java.util.ArrayList;
import java.util.List;

/** What the service cur demands of a report beyond its model: which settings go together, and a bucket it may write to. */
final class ReportRules {
    private static final String OVERWRITE = "OVERWRITE_REPORT";
    private static final String[] FIXED_WHEN_OVERWRITING = {"TimeUnit", "AdditionalSchemaElements", "ReportVersioning"};

    private final Buckets buckets;

    ReportRules(Buckets buckets) {
        this.buckets = buckets;
    }

    void check(JsonNode report, Caller caller) {
        checkFormat(report);
        checkArtifacts(report);
        checkBucket(report, caller);
    }

    static void checkChange(JsonNode before, JsonNode after) {
        if (!before.path("ReportName").equals(after.path("ReportName"))) {
            throw invalid("The name of a report cannot be changed.");
        }
        if (before.path("ReportVersioning").asText().equals(OVERWRITE)) {
            for (String member : FIXED_WHEN_OVERWRITING) {
                if (!before.path(member).equals(after.path(member))) {
                    throw invalid(member + " of a report that overwrites cannot be changed.");
                }
            }
        }
    }

    static AwsError invalid(String message) {
        return AwsError.refused("ValidationException", message);
    }

    private static void checkFormat(JsonNode report) {
        String format = report.path("Format").asText();
        String compression = report.path("Compression").asText();
        if (format.equals("Parquet") != compression.equals("Parquet")) {
            throw invalid("Compression " + compression + " is not valid for format " + format + ".");
        }
    }

    private static void checkArtifacts(JsonNode report) {
        List<String> artifacts = new ArrayList<>();
        report.path("AdditionalArtifacts").forEach(artifact -> artifacts.add(artifact.asText()));
        boolean parquet = report.path("Format").asText().equals("Parquet");
        if (artifacts.contains("ATHENA")) {
            require(artifacts.size() == 1, "Artifact ATHENA cannot be combined with others.");
            require(parquet, "Artifact ATHENA needs format Parquet.");
            require(
                    report.path("ReportVersioning").asText().equals(OVERWRITE),
                    "Artifact ATHENA needs report versioning OVERWRITE_REPORT.");
            require(!report.path("S3Prefix").asText().isEmpty(), "Artifact ATHENA needs a prefix.");
        } else if (!artifacts.isEmpty()) {
            require(!parquet, "Artifacts " + artifacts + " need format textORcsv.");
        }
    }

    private void checkBucket(JsonNode report, Caller caller) {
        String name = report.path("S3Bucket").asText();
        String region = report.path("S3Region").asText();
        String arn = "arn:" + caller.partition() + ":cur:" + caller.region() + ":" + caller.account() + ":definition/"
                + report.path("ReportName").asText();
        buckets.refusalOfReport(name, caller.account(), arn).ifPresent(reason -> {
            throw invalid("Failed to verify customer bucket permission: " + reason + ".");
        });
        require(
                buckets.named(name).region().equals(region),
                "S3 bucket '" + name + "' is not in region " + region + ".");
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw invalid(message);
        }
    }
}
