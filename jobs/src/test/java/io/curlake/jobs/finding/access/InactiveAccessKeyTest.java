package io.curlake.jobs.finding.access;

import static io.curlake.jobs.finding.TestView.ACCOUNT;
import static io.curlake.jobs.finding.TestView.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.Finding.Confidence;
import io.curlake.jobs.finding.Saving;
import io.curlake.jobs.finding.TestView;
import io.curlake.model.resource.ResourceType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InactiveAccessKeyTest {
    private static final String KEY = "AKIAIOSFODNN7EXAMPLE";

    private final InactiveAccessKey rule = new InactiveAccessKey();

    @Test
    void anActiveKeyThatNobodyUsesIsARisk() {
        Resource.Builder key = unused().name("ci …MPLE")
                .with(Attribute.LAST_USED, daysAgo(90))
                .with(Attribute.LAST_USED_SERVICE, "s3");

        TestView view = TestView.of(key);

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "inactive-access-key",
                        ACCOUNT,
                        Resource.GLOBAL,
                        "access-key",
                        KEY,
                        "ci …MPLE",
                        "The key is active and was not used for 90 days.",
                        Map.of(
                                "created",
                                "2025-09-26T06:00:00Z",
                                "user",
                                "ci",
                                "last_used",
                                "2026-08-02T06:00:00Z",
                                "last_used_service",
                                "s3"),
                        Saving.unknown("a risk, not a cost"),
                        Confidence.MEDIUM,
                        "aws iam list-access-keys --user-name ci"));
        assertThat(rule.saves(view.only(rule))).isEmpty();
    }

    @Test
    void aKeyThatNeverWasUsedIsAsOldAsItIs() {
        assertThat(TestView.of(unused().created(daysAgo(90))).find(rule)).hasSize(1);
        assertThat(TestView.of(unused().created(daysAgo(90).plusSeconds(1))).find(rule))
                .isEmpty();
    }

    @Test
    void aKeyThatWasUsedLatelyIsNeeded() {
        assertThat(TestView.of(unused().with(Attribute.LAST_USED, daysAgo(90).plusSeconds(1)))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void aKeyThatIsOffIsNoRisk() {
        assertThat(TestView.of(unused().state("Inactive")).find(rule)).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNotUnused() {
        Resource.Builder denied = key().state("Active").created(daysAgo(400)).with(Attribute.USER, "ci");

        assertThat(TestView.of(denied).find(rule)).isEmpty();
        assertThat(TestView.of(unused().created(null)).find(rule)).isEmpty();
    }

    private static Resource.Builder unused() {
        return key().state("Active")
                .created(daysAgo(400))
                .with(Attribute.USER, "ci")
                .with(Attribute.USE_IS_KNOWN, true);
    }

    private static Resource.Builder key() {
        return Resource.of(ResourceType.ACCESS_KEY, ACCOUNT, Resource.GLOBAL, KEY);
    }
}
