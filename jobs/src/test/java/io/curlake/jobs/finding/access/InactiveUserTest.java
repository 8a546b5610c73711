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

class InactiveUserTest {
    private static final String ARN = "arn:aws:iam::111122223333:user/ann";

    private final InactiveUser rule = new InactiveUser();

    @Test
    void aUserWhoDoesNotSignInIsARisk() {
        TestView view = TestView.of(user().with(Attribute.PASSWORD_LAST_USED, daysAgo(90)));

        assertThat(view.find(rule))
                .containsExactly(new Finding(
                        "inactive-user",
                        ACCOUNT,
                        Resource.GLOBAL,
                        "user",
                        ARN,
                        "ann",
                        "The user has a password and did not sign in for 90 days.",
                        Map.of("created", "2025-09-26T06:00:00Z", "password_last_used", "2026-08-02T06:00:00Z"),
                        Saving.unknown("a risk, not a cost"),
                        Confidence.MEDIUM,
                        "aws iam get-user --user-name ann"));
        assertThat(rule.saves(view.only(rule))).isEmpty();
    }

    @Test
    void aUserWhoNeverSignedInIsAsOldAsTheUserIs() {
        assertThat(TestView.of(user()).find(rule)).hasSize(1);
        assertThat(TestView.of(user().created(daysAgo(90).plusSeconds(1))).find(rule))
                .isEmpty();
        assertThat(TestView.of(user().created(null)).find(rule)).isEmpty();
    }

    @Test
    void aUserWhoSignedInLatelyIsActive() {
        assertThat(TestView.of(user().with(
                                        Attribute.PASSWORD_LAST_USED,
                                        daysAgo(90).plusSeconds(1)))
                        .find(rule))
                .isEmpty();
    }

    @Test
    void aUserWithoutAPasswordCannotSignIn() {
        assertThat(TestView.of(user().with(Attribute.HAS_PASSWORD, false)).find(rule))
                .isEmpty();
    }

    @Test
    void whatIsNotKnownIsNoRisk() {
        Resource.Builder denied =
                Resource.of(ResourceType.USER, ACCOUNT, Resource.GLOBAL, ARN).created(daysAgo(400));

        assertThat(TestView.of(denied).find(rule)).isEmpty();
    }

    private static Resource.Builder user() {
        return Resource.of(ResourceType.USER, ACCOUNT, Resource.GLOBAL, ARN)
                .name("ann")
                .created(daysAgo(400))
                .with(Attribute.HAS_PASSWORD, true);
    }
}
