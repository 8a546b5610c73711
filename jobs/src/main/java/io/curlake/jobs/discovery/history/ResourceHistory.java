package io.curlake.jobs.discovery.history;

import io.curlake.jobs.discovery.Attribute;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.history.Change.Kind;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Goes on from what was known with what a run found. A resource ends only where its type was listed to the end. Where less
 * could be seen of it than before, what was known stays.
 */
public record ResourceHistory(Look look, Listings listings) implements Serializable {
    private static final String ATTRIBUTES = "attributes.";

    /** What tells of use and not of how a resource is: it differs every night. */
    private static final Set<String> USE = Stream.of(
                    Attribute.LAST_USED,
                    Attribute.LAST_USED_SERVICE,
                    Attribute.PASSWORD_LAST_USED,
                    Attribute.RUNNING_TASKS,
                    Attribute.HEALTHY_TARGETS)
            .map(Attribute::key)
            .collect(Collectors.toUnmodifiableSet());

    /** What a resource is after the run, and what the run saw differ: one change or none. */
    public record Next(KnownResource known, List<Change> changes) implements Serializable {}

    /** One of the two is there at least. */
    public Next next(Optional<KnownResource> before, Optional<Resource> found) {
        if (found.isEmpty()) {
            return missed(before.orElseThrow());
        }
        return before.map(known -> seen(known, found.get())).orElseGet(() -> appeared(found.get()));
    }

    private Next appeared(Resource resource) {
        return new Next(KnownResource.appeared(resource, look), change(resource, Kind.APPEARED));
    }

    private Next missed(KnownResource before) {
        return before.active() && listings.isListed(before.resource())
                ? new Next(before.ended(look), change(before.resource(), Kind.ENDED))
                : new Next(before, List.of());
    }

    private Next seen(KnownResource before, Resource found) {
        Resource now = listings.isDetailed(found) ? found : withWhatWasKnown(found, before.resource());
        if (!before.active()) {
            return new Next(before.seenAgain(now, look.at(), look), change(now, Kind.RETURNED));
        }
        List<String> what = differences(before.resource(), now);
        return what.isEmpty()
                ? new Next(before.seenAgain(now, before.changedAt(), look), List.of())
                : new Next(before.seenAgain(now, look.at(), look), List.of(new Change(now, Kind.CHANGED, what)));
    }

    private static List<Change> change(Resource resource, Kind kind) {
        return List.of(new Change(resource, kind, List.of()));
    }

    private static Resource withWhatWasKnown(Resource found, Resource before) {
        return new Resource(
                found.type(),
                found.account(),
                found.region(),
                found.id(),
                found.aliases().isEmpty() ? before.aliases() : found.aliases(),
                found.name().isEmpty() ? before.name() : found.name(),
                found.state().isEmpty() ? before.state() : found.state(),
                found.created() == null ? before.created() : found.created(),
                both(before.tags(), found.tags()),
                both(before.attributes(), found.attributes()),
                found.metrics());
    }

    private static Map<String, String> both(Map<String, String> before, Map<String, String> now) {
        Map<String, String> both = new TreeMap<>(before);
        both.putAll(now);
        return both;
    }

    private static List<String> differences(Resource before, Resource now) {
        List<String> names = new ArrayList<>();
        if (!before.name().equals(now.name())) {
            names.add("name");
        }
        if (!before.state().equals(now.state())) {
            names.add("state");
        }
        names.addAll(differences("tags.", before.tags(), now.tags()));
        names.addAll(differences(ATTRIBUTES, before.attributes(), now.attributes()));
        return names;
    }

    private static List<String> differences(String prefix, Map<String, String> before, Map<String, String> now) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(now.keySet());
        return keys.stream()
                .filter(key -> !USE.contains(key) || !prefix.equals(ATTRIBUTES))
                .filter(key -> !Objects.equals(before.get(key), now.get(key)))
                .map(key -> prefix + key)
                .toList();
    }
}
