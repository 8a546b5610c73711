package io.curlake.jobs.account.catalog;

import io.curlake.jobs.account.catalog.Sightings.Seen;
import io.curlake.model.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * All that is known and was known of accounts, by source, id and time. An attribute that changes closes the row that held
 * it and opens another; what does not show in an attribute, such as the last period, changes the current row.
 */
public record KnownAccounts(List<KnownAccount> rows) {
    private static final Comparator<KnownAccount> ORDER = Comparator.comparing(KnownAccount::source)
            .thenComparing(KnownAccount::id)
            .thenComparing(KnownAccount::from);

    public KnownAccounts {
        rows = rows.stream().sorted(ORDER).toList();
    }

    /** What is known now; empty for an account nobody ever spoke of. */
    public Optional<KnownAccount> current(String source, AccountId id) {
        return rows.stream()
                .filter(row -> row.isCurrent()
                        && row.source().equals(source)
                        && row.id().equals(id))
                .findFirst();
    }

    /** Takes what an origin says of some accounts; nothing changes for those it does not name. */
    public KnownAccounts taking(String source, Origin origin, Collection<AccountStatement> statements, Instant at) {
        Editing editing = new Editing(source, at);
        statements.forEach(statement ->
                editing.change(statement.id(), known -> known.stating(statement.appliedTo(origin, known.stated()))));
        return editing.done();
    }

    /**
     * Takes what deliveries hold: every account of a source with its periods, and the names in the deliveries that were
     * loaded. The name in an older period does not replace that of a newer one, whatever the order of loading.
     */
    public KnownAccounts learning(String source, Sightings sightings, Map<AccountId, DeliveredName> names, Instant at) {
        Editing editing = new Editing(source, at);
        Set<AccountId> accounts = new TreeSet<>(sightings.accounts());
        accounts.addAll(editing.accounts());
        for (AccountId id : accounts) {
            Optional<Seen> seen = sightings.of(id);
            Optional<DeliveredName> name = Optional.ofNullable(names.get(id));
            editing.change(id, known -> named(known, seen, name).seen(seen));
        }
        return editing.done();
    }

    /** How many accounts are known otherwise than there. */
    public long differentFrom(KnownAccounts other) {
        Set<KnownAccount> same = new HashSet<>(other.rows);
        return rows.stream()
                .filter(row -> row.isCurrent() && !same.contains(row))
                .count();
    }

    private static KnownAccount named(KnownAccount known, Optional<Seen> seen, Optional<DeliveredName> name) {
        boolean hasNone = !known.statedBy(Origin.DELIVERY).containsKey(AccountStatement.NAME);
        return name.filter(n -> hasNone || seen.map(Seen::last).equals(Optional.of(n.period())))
                .map(n -> AccountStatement.of(known.id()).with(AccountStatement.NAME, n.name()))
                .map(statement -> known.stating(statement.appliedTo(Origin.DELIVERY, known.stated())))
                .orElse(known);
    }

    /** Changes to the current rows of one source at one time. */
    private final class Editing {
        private final String source;
        private final Instant at;
        private final Map<AccountId, KnownAccount> current = new TreeMap<>();
        private final List<KnownAccount> others = new ArrayList<>();

        Editing(String source, Instant at) {
            this.source = source;
            this.at = at;
            for (KnownAccount row : rows) {
                if (row.isCurrent() && row.source().equals(source)) {
                    current.put(row.id(), row);
                } else {
                    others.add(row);
                }
            }
        }

        Set<AccountId> accounts() {
            return current.keySet();
        }

        void change(AccountId id, UnaryOperator<KnownAccount> change) {
            KnownAccount before = current.getOrDefault(id, KnownAccount.unheardOf(source, id, at));
            KnownAccount changed = change.apply(before);
            boolean keepsAttributes = before.attributes().equals(changed.attributes());
            // What was known for no time at all leaves no row.
            if (!keepsAttributes && before.from().isBefore(at)) {
                others.add(before.closed(at));
                current.put(id, changed.since(at));
            } else {
                current.put(id, changed);
            }
        }

        KnownAccounts done() {
            others.addAll(current.values());
            return new KnownAccounts(others);
        }
    }
}
