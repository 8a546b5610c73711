package io.curlake.jobs.sample.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.sample.columns.ExportColumn;
import io.curlake.jobs.sample.organization.Dice;
import io.curlake.jobs.sample.organization.Uuids;
import io.curlake.model.ColumnType;
import java.util.List;

/** The manifest of a CUR 2.0 delivery: neither period nor row counts, which AWS leaves out. */
final class Cur2Manifest {
    private Cur2Manifest() {}

    static ObjectNode of(DeliveryKeys keys, List<ExportColumn> columns) {
        ObjectNode manifest = new ObjectMapper().createObjectNode();
        manifest.put("executionId", keys.id().executionId()).put("exportArn", exportArn(keys));
        ArrayNode described = manifest.putArray("columns");
        for (ExportColumn column : columns) {
            described.addObject().put("name", column.name()).put("type", type(column.type()));
        }
        ArrayNode files = manifest.putArray("dataFiles");
        String bucket = "s3://" + DeliveryKeys.bucket(keys.spec()) + "/";
        keys.dataFiles().forEach(key -> files.add(bucket + key));
        manifest.putArray("additionalOutputFiles");
        return manifest;
    }

    private static String exportArn(DeliveryKeys keys) {
        String id = Uuids.of(Dice.of(keys.spec().seed()).at(7));
        return "arn:aws:bcm-data-exports:us-east-1:" + keys.spec().payer() + ":export/"
                + keys.spec().exportName() + "-" + id;
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case STRING -> "string";
            case DOUBLE -> "double";
            case TIMESTAMP -> "timestamp";
            case STRING_MAP, DOUBLE_MAP -> "map";
        };
    }
}
