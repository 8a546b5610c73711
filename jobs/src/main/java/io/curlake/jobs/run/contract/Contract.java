package io.curlake.jobs.run.contract;

import io.curlake.jobs.run.contract.ColumnChange.Added;
import io.curlake.jobs.run.contract.ColumnChange.Gone;
import io.curlake.jobs.run.contract.ColumnChange.NewKeys;
import io.curlake.jobs.run.contract.ColumnChange.Retyped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an analyst relies on from one delivery to the next: its columns, and where a delivery breaks with them. */
public final class Contract {
    /** Of a delivery that is compared with nothing. */
    public static final Contract KEPT = new Contract(List.of());

    private final List<ColumnChange> changes;

    private Contract(List<ColumnChange> changes) {
        this.changes = List.copyOf(changes);
    }

    /** Compares two deliveries; nothing is said where the columns of the earlier one are not known. */
    public static Contract between(DeliveredColumns before, DeliveredColumns now) {
        if (!before.areKnown()) {
            return KEPT;
        }
        List<ColumnChange> changes = new ArrayList<>();
        before.types().forEach((column, type) -> {
            String other = now.types().get(column);
            if (other == null) {
                changes.add(new Gone(column));
            } else if (!type.isEmpty() && !other.isEmpty() && !type.equals(other)) {
                changes.add(new Retyped(column, type, other));
            }
        });
        now.types().keySet().stream()
                .filter(column -> !before.types().containsKey(column))
                .forEach(column -> changes.add(new Added(column)));
        now.keys().forEach((column, keys) -> {
            Set<String> known = before.keys().getOrDefault(column, Set.of());
            List<String> added =
                    keys.stream().filter(key -> !known.contains(key)).sorted().toList();
            if (!added.isEmpty()) {
                changes.add(new NewKeys(column, added));
            }
        });
        return new Contract(changes);
    }

    /** The columns that are gone although a cost measure is made of them, and what the measure is without them. */
    public SortedMap<String, String> lostCosts() {
        SortedMap<String, String> lost = new TreeMap<>();
        for (ColumnChange change : changes) {
            if (change instanceof Gone gone) {
                CostSource.without(gone.column()).ifPresent(effect -> lost.put(gone.column(), effect));
            }
        }
        return lost;
    }

    /** Every difference as a sentence with its effect on cost measures; those without one in a sentence together. */
    public List<String> sentences() {
        return Sentences.of(changes);
    }
}
