package io.curlake.jobs.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.model.ExitCode;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON of manifests: of Data Exports (CUR 2.0), and of legacy CUR reports. */
final class Manifests {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifests() {}

    static Manifest read(StoredObject object, byte[] content, ExportFormat format, String bucket) {
        try {
            JsonNode json = JSON.readTree(content);
            return format.isLegacy() ? legacy(object, json) : dataExport(object, json, bucket);
        } catch (IOException e) {
            throw unreadable(object, "it is no JSON", e);
        }
    }

    private static Manifest dataExport(StoredObject object, JsonNode json, String bucket) {
        String here = "s3://" + bucket + "/";
        List<String> keys = new ArrayList<>();
        for (JsonNode file : required(object, json, "dataFiles")) {
            if (!file.asText().startsWith(here)) {
                throw unreadable(object, "it lists '" + file.asText() + "', which is not in bucket '" + bucket + "'");
            }
            keys.add(file.asText().substring(here.length()));
        }
        List<ManifestColumn> columns = new ArrayList<>();
        for (JsonNode column : json.path("columns")) {
            columns.add(new ManifestColumn(
                    column.path("name").asText(), column.path("type").asText()));
        }
        return new Manifest(
                object,
                required(object, json, "executionId").asText(),
                required(object, json, "exportArn").asText(),
                columns,
                keys);
    }

    private static Manifest legacy(StoredObject object, JsonNode json) {
        List<String> keys = new ArrayList<>();
        for (JsonNode key : required(object, json, "reportKeys")) {
            keys.add(key.asText());
        }
        List<ManifestColumn> columns = new ArrayList<>();
        for (JsonNode column : json.path("columns")) {
            String name =
                    column.path("category").asText() + "/" + column.path("name").asText();
            columns.add(new ManifestColumn(name, column.path("type").asText()));
        }
        return new Manifest(
                object,
                required(object, json, "assemblyId").asText(),
                required(object, json, "reportId").asText(),
                columns,
                keys);
    }

    private static JsonNode required(StoredObject object, JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            throw unreadable(object, "it has no '" + field + "'");
        }
        return value;
    }

    private static Refusal unreadable(StoredObject object, String reason) {
        return new Refusal(ExitCode.DELIVERY_UNREADABLE, message(object, reason));
    }

    private static Refusal unreadable(StoredObject object, String reason, IOException cause) {
        return new Refusal(ExitCode.DELIVERY_UNREADABLE, message(object, reason), cause);
    }

    private static String message(StoredObject object, String reason) {
        return "Cannot read manifest " + StorageErrors.shown(object.uri()) + ": " + reason
                + ". Check 'format' and 'bucket' of the source's export in the configuration.";
    }
}
