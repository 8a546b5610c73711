package io.curlake.jobs.finding.storage;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.REGION;
import static io.curlake.jobs.finding.TestView.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import io.curlake.jobs.finding.TestView;
import io.curlake.model.resource.ResourceType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogGroupWithoutRetentionTest {
    private static final String ARN = "arn:aws:logs:eu-west-1:111122223333:log-group:/acme/web";
    private static final long GIB = 1_073_741_824;

    private final LogGroupWithoutRetention rule = new LogGroupWithoutRetention();

    @Test
    void aLargeLogGroupThatKeepsEventsForEverIsWorthALook() {
        TestView view = TestView.of(logGroup(GIB).with(Attribute.LOG_CLASS, "STANDARD"));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "log-group-without-retention",
                        ACCOUNT,
                        REGION,
                        "log-group",
                        ARN,
                        "/acme/web",
                        "The log group keeps its events for ever.",
                        Map.of("size_bytes", "1073741824"),
                        Saving.unknown("only who owns the logs knows for how long they are needed"),
                        Confidence.MEDIUM,
                        "aws logs describe-log-groups --region eu-west-1 --log-group-name-prefix /acme/web"));
        assertThat(rule.saves(view.only(rule))).isEmpty();
    }

    @Test
    void aLogGroupWithARetentionIsGood() {
        assertThat(TestView.of(logGroup(GIB).with(Attribute.RETENTION_DAYS, 3653))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void whatIsOnlyDeliveredIsNotKept() {
        assertThat(TestView.of(logGroup(GIB).with(Attribute.LOG_CLASS, "DELIVERY"))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void aSmallLogGroupOrOneOfUnknownSizeIsLeftAlone() {
        assertThat(TestView.of(logGroup(GIB - 1)).find(rule)).isEmpty();
        assertThat(TestView.of(resource(ResourceType.LOG_GROUP, ARN)).find(rule))
                .isEmpty();
    }

    private static Resource.Builder logGroup(long bytes) {
        return resource(ResourceType.LOG_GROUP, ARN).name("/acme/web").with(Metric.SIZE_BYTES, bytes);
    }
}
