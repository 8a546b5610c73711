package io.curlake.jobs.finding;

import static io.curlake.jobs.finding.TestView.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.storage.UnattachedVolume;
import io.curlake.model.resource.ResourceType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaseTest {
    @Test
    void whatAResourceDoesNotSayIsNoEvidence() {
        assertThat(evidence(resource(ResourceType.VOLUME, "vol-0a"))).isEmpty();
    }

    @Test
    void numbersArePlain() {
        assertThat(evidence(resource(ResourceType.VOLUME, "vol-0a").with(Metric.DISK_OPERATIONS, 1.20e15)))
                .isEqualTo(Map.of("disk_operations", "1200000000000000"));
        assertThat(evidence(resource(ResourceType.VOLUME, "vol-0a").with(Metric.DISK_OPERATIONS, 0.000012)))
                .isEqualTo(Map.of("disk_operations", "0.000012"));
        assertThat(evidence(resource(ResourceType.VOLUME, "vol-0a").with(Metric.DISK_OPERATIONS, 0)))
                .isEqualTo(Map.of("disk_operations", "0"));
    }

    private static Map<String, String> evidence(Resource.Builder resource) {
        return Case.of(new UnattachedVolume(), resource.build(), "")
                .withAge()
                .with(Attribute.SIZE_GIB)
                .with(Metric.DISK_OPERATIONS)
                .close(Savings.A_RISK, Confidence.LOW, "")
                .evidence();
    }
}
