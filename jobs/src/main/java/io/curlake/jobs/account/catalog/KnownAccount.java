package io.curlake.jobs.account.catalog;

import io.curlake.jobs.account.catalog.Sightings.Seen;
import io.curlake.model.AccountId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was known of an account of a source for a while: a row of the table {@code account}.
 *
 * @param stated what each origin said, keyed {@code csv.owner}
 * @param seen empty for an account without a line item in any loaded delivery
 * @param until empty for what is known now
 */
public record KnownAccount(
        String source,
        AccountId id,
        SortedMap<String, String> stated,
        Optional<Seen> seen,
        Instant from,
        Optional<Instant> until) {

    public KnownAccount {
        stated = Collections.unmodifiableSortedMap(new TreeMap<>(stated));
    }

    static KnownAccount unheardOf(String source, AccountId id, Instant at) {
        return new KnownAccount(source, id, new TreeMap<>(), Optional.empty(), at, Optional.empty());
    }

    public boolean isCurrent() {
        return until.isEmpty();
    }

    /** Each attribute as the strongest of those who speak of it states it. */
    public SortedMap<String, String> attributes() {
        SortedMap<String, String> attributes = new TreeMap<>();
        for (Origin origin : Origin.values()) {
            attributes.putAll(statedBy(origin));
        }
        return attributes;
    }

    /** The attribute as it counts; empty where nobody speaks of it. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes().get(attribute));
    }

    /** The name that a person or the organization gave, rather than a delivery. */
    public Optional<String> givenName() {
        return Optional.ofNullable(statedBy(Origin.CSV).get(AccountStatement.NAME))
                .or(() -> Optional.ofNullable(statedBy(Origin.ORGANIZATION).get(AccountStatement.NAME)));
    }

    /** What one origin says. */
    Map<String, String> statedBy(Origin origin) {
        String prefix = origin.key("");
        return stated.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    KnownAccount stating(SortedMap<String, String> other) {
        return new KnownAccount(source, id, other, seen, from, until);
    }

    KnownAccount seen(Optional<Seen> other) {
        return new KnownAccount(source, id, stated, other, from, until);
    }

    KnownAccount since(Instant at) {
        return new KnownAccount(source, id, stated, seen, at, until);
    }

    KnownAccount closed(Instant at) {
        return new KnownAccount(source, id, stated, seen, from, Optional.of(at));
    }
}
