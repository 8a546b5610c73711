package io.curlake.provisioning.definition;

import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.SourceConfig;

/** A source, from the YAML that a person would write. */
public final class TestSource {
    public static final String PAYER = "111122223333";

    private TestSource() {}

    /** @param export keys of the export, like "format: cur2-parquet, region: eu-west-1" */
    public static SourceConfig of(String export) {
        return ConfigFile.parse("test.yaml", """
                        warehouse: /data/curlake
                        sources:
                          - name: acme
                            payer: "%s"
                            export: {%s}
                        """.formatted(PAYER, export), name -> "")
                .source("acme");
    }

    /** A CUR 2.0 export in Parquet, create-new, of the bucket {@code acme-billing}. */
    public static SourceConfig cur2(String more) {
        return of("name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet" + more);
    }

    /** A legacy report in CSV. */
    public static SourceConfig legacy(String more) {
        return of("name: acme-legacy, bucket: acme-billing, prefix: reports, format: legacy-csv" + more);
    }
}
