package io.curlake.jobs.run;

import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import java.nio.file.Path;

/** The configuration of one source 'acme' whose bucket is a folder. */
public final class TestConfig {
    private TestConfig() {}

    public static CurlakeConfig of(Path folder) {
        return ConfigFile.parse("test.yaml", yaml(folder), name -> "");
    }

    public static String yaml(Path folder) {
        return """
                warehouse: %s
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                    mirror: %s
                """.formatted(folder.resolve("warehouse"), folder.resolve("bucket"));
    }
}
