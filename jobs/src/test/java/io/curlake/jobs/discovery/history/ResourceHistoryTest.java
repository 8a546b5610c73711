package io.curlake.jobs.discovery.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Metric;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.history.Change.Kind;
import io.curlake.jobs.discovery.history.ResourceHistory.Next;
import io.curlake.model.resource.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceHistoryTest {
    private static final Look FIRST = new Look("run-1", Instant.parse("2026-10-30T06:00:00Z"));
    private static final Look SECOND = new Look("run-2", Instant.parse("2026-10-31T06:00:00Z"));

    private final Listings listings = new Listings();

    @Test
    void whatWasNeverSeenAppears() {
        Next next = first(volume("available").build());

        assertThat(next.known().active()).isTrue();
        assertThat(next.known().firstSeen()).isEqualTo(FIRST.at());
        assertThat(next.known().lastSeen()).isEqualTo(FIRST.at());
        assertThat(next.known().changedAt()).isEqualTo(FIRST.at());
        assertThat(next.known().endedAt()).isNull();
        assertThat(next.changes()).extracting(Change::kind).containsExactly(Kind.APPEARED);
    }

    @Test
    void whatIsTheSameIsSeenAgainWithoutAChange() {
        listings.add("111122223333", "eu-west-1", ResourceType.VOLUME, true);
        Resource busier = volume("available").with(Metric.DISK_OPERATIONS, 7).build();

        Next next = second(first(volume("available").build()).known(), busier);

        assertThat(next.changes()).isEmpty();
        assertThat(next.known().lastSeen()).isEqualTo(SECOND.at());
        assertThat(next.known().changedAt()).isEqualTo(FIRST.at());
        assertThat(next.known().runId()).isEqualTo("run-2");
        assertThat(next.known().resource().metric(Metric.DISK_OPERATIONS)).hasValue(7.0);
    }

    @Test
    void whatDiffersIsNamed() {
        listings.add("111122223333", "eu-west-1", ResourceType.VOLUME, true);
        Resource before = volume("available")
                .tag("team", "web")
                .with(Attribute.VOLUME_TYPE, "gp2")
                .build();
        Resource now = volume("in-use")
                .tag("Name", "data")
                .with(Attribute.VOLUME_TYPE, "gp3")
                .with(Attribute.LAST_USED, "2026-10-31T05:00:00Z")
                .build();

        Next next = second(first(before).known(), now);

        assertThat(next.changes())
                .containsExactly(new Change(
                        now,
                        Kind.CHANGED,
                        List.of("name", "state", "tags.Name", "tags.team", "attributes.volume_type")));
        assertThat(next.known().changedAt()).isEqualTo(SECOND.at());
    }

    @Test
    void whatIsMissedWhereItsTypeWasListedEnds() {
        listings.add("111122223333", "eu-west-1", ResourceType.VOLUME, false);

        Next next = missed(first(volume("available").build()).known());

        assertThat(next.known().active()).isFalse();
        assertThat(next.known().endedAt()).isEqualTo(SECOND.at());
        assertThat(next.known().lastSeen()).isEqualTo(FIRST.at());
        assertThat(next.changes()).extracting(Change::kind).containsExactly(Kind.ENDED);
        assertThat(missed(next.known())).isEqualTo(new Next(next.known(), List.of()));
    }

    @Test
    void whatIsMissedElsewhereStaysAsItWasLastSeen() {
        listings.add("111122223333", "us-east-1", ResourceType.VOLUME, true);
        listings.add("111122223333", "eu-west-1", ResourceType.SNAPSHOT, true);
        listings.add("444455556666", "eu-west-1", ResourceType.VOLUME, true);
        KnownResource known = first(volume("available").build()).known();

        assertThat(missed(known)).isEqualTo(new Next(known, List.of()));
    }

    @Test
    void bucketsAreListedForAllRegionsAtOnce() {
        listings.add("111122223333", Resource.GLOBAL, ResourceType.BUCKET, true);
        Resource bucket = Resource.of(ResourceType.BUCKET, "111122223333", "eu-west-1", "acme-logs")
                .build();

        assertThat(missed(first(bucket).known()).known().active()).isFalse();
    }

    @Test
    void whatEndedReturns() {
        listings.add("111122223333", "eu-west-1", ResourceType.VOLUME, true);
        KnownResource ended = missed(first(volume("available").build()).known()).known();

        Next next = second(ended, volume("available").build());

        assertThat(next.known().active()).isTrue();
        assertThat(next.known().endedAt()).isNull();
        assertThat(next.known().firstSeen()).isEqualTo(FIRST.at());
        assertThat(next.changes()).extracting(Change::kind).containsExactly(Kind.RETURNED);
    }

    /** A right that is taken away is no change of a resource. */
    @Test
    void whatCouldNotBeSeenStaysAsItWas() {
        listings.add("111122223333", "eu-west-1", ResourceType.VOLUME, false);
        Resource before = volume("available")
                .tag("team", "web")
                .with(Attribute.ENCRYPTED, true)
                .build();

        Next next = second(first(before).known(), volume("in-use").build());

        assertThat(next.changes()).extracting(Change::what).containsExactly(List.of("state"));
        assertThat(next.known().resource().tags()).containsEntry("team", "web");
        assertThat(next.known().resource().isTrue(Attribute.ENCRYPTED)).isTrue();
    }

    private static Resource.Builder volume(String state) {
        return Resource.of(ResourceType.VOLUME, "111122223333", "eu-west-1", "vol-0a")
                .state(state);
    }

    private Next first(Resource found) {
        return new ResourceHistory(FIRST, listings).next(Optional.empty(), Optional.of(found));
    }

    private Next second(KnownResource before, Resource found) {
        return new ResourceHistory(SECOND, listings).next(Optional.of(before), Optional.of(found));
    }

    private Next missed(KnownResource before) {
        return new ResourceHistory(SECOND, listings).next(Optional.of(before), Optional.empty());
    }
}
