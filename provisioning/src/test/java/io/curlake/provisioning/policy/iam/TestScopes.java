package io.curlake.provisioning.policy.iam;

import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.DiscoveryConfig;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.aws.Partition;
import java.util.Optional;

/** Sources as a configuration file names them. */
final class TestScopes {
    static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private TestScopes() {}

    static PolicyScope cur2() {
        return new PolicyScope(source("cur2-parquet", ""), Partition.AWS, Optional.empty(), DiscoveryConfig.DEFAULT);
    }

    static PolicyScope legacy() {
        return new PolicyScope(
                source("legacy-csv", ", delivery: overwrite"),
                Partition.AWS,
                Optional.empty(),
                DiscoveryConfig.DEFAULT);
    }

    /** With all that adds rights: tags, a key. */
    static PolicyScope most(String format) {
        return new PolicyScope(
                source(format, ", tags: {owner: finops}"), Partition.AWS, Optional.of(KEY), DiscoveryConfig.DEFAULT);
    }

    static DiscoveryConfig discovery(String config) {
        return ConfigFile.parse(
                        "curlake.yaml",
                        "warehouse: /tmp/w\ndiscovery: " + config + "\nsources: [{name: acme, payer: '111122223333', "
                                + "export: {name: acme-cur2, bucket: acme-billing, format: cur2-parquet}}]",
                        name -> "")
                .discovery();
    }

    static SourceConfig source(String format, String more) {
        return ConfigFile.parse(
                        "curlake.yaml",
                        "warehouse: /tmp/w\nsources: [{name: acme, payer: '111122223333', export: {name: acme-cur2, "
                                + "bucket: acme-billing, prefix: exports, format: " + format + more + "}}]",
                        name -> "")
                .source("acme");
    }
}
