package io.curlake.provisioning.template;

import io.curlake.provisioning.aws.Partition;
import io.curlake.provisioning.definition.WantedExport;
import io.curlake.provisioning.definition.WantedReport;
import java.util.Optional;

/**
 * All that a template describes.
 *
 * @param bucket the name
 * @param region of the bucket
 * @param makesBucket whether the bucket is not there yet
 * @param policy the whole policy of the bucket: what is there, and our statements
 * @param lifecycleRoot the keys of deliveries that expire one day; empty where they are overwritten
 * @param export the CUR 2.0 export; empty for a legacy report
 * @param report the legacy report; empty for an export
 */
public record Blueprint(
        Partition partition,
        String bucket,
        String region,
        boolean makesBucket,
        String policy,
        Optional<String> lifecycleRoot,
        Optional<WantedExport> export,
        Optional<WantedReport> report) {
    /** The id of the lifecycle rule, as {@code curlake export apply} names it. */
    String ruleId() {
        return "curlake-"
                + export.map(WantedExport::name)
                        .or(() -> report.map(WantedReport::name))
                        .orElseThrow();
    }

    /** What templates say first, because it surprises people. */
    static final String WHOLE_POLICY =
            "This replaces the whole policy of the bucket. It holds what was there when this "
                    + "was made, and what AWS needs to deliver; make it anew when somebody changes the policy.";
}
