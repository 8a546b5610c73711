package io.curlake.jobs.sample.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.sample.columns.ExportColumn;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The manifest of a delivery. */
public final class Manifest {
    private Manifest() {}

    /** The bytes of the manifest; legacy columns are those of the CSV form. */
    public static byte[] of(DeliveryKeys keys, List<ExportColumn> columns) {
        ObjectNode manifest =
                keys.spec().format().isLegacy() ? LegacyManifest.of(keys, columns) : Cur2Manifest.of(keys, columns);
        return manifest.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }
}
