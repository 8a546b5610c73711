package io.curlake.jobs.run.contract;

import io.curlake.jobs.run.contract.ColumnChange.NewKeys;
import io.curlake.jobs.run.contract.ColumnChange.Retyped;
import io.curlake.model.LineItemColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Changes of columns in words. */
final class Sentences {
    private final List<String> own = new ArrayList<>();
    private final List<String> gone = new ArrayList<>();
    private final List<String> added = new ArrayList<>();

    private Sentences() {}

    static List<String> of(List<ColumnChange> changes) {
        Sentences sentences = new Sentences();
        changes.forEach(change -> change.tell(sentences));
        return sentences.all();
    }

    void gone(String column) {
        CostSource.without(column)
                .ifPresentOrElse(
                        effect -> own.add("column '" + column + "' is gone: " + effect + " from this delivery on"),
                        () -> gone.add(column));
    }

    void added(String column) {
        CostSource.without(column)
                .ifPresentOrElse(
                        effect -> own.add("column '" + column + "' is new: until this delivery, " + effect),
                        () -> added.add(column));
    }

    void retyped(Retyped change) {
        own.add("column '" + change.column() + "' was " + change.before() + " and is " + change.now() + ": "
                + reading(change.column()));
    }

    void newKeys(NewKeys change) {
        own.add("map '" + change.column() + "' has new keys: " + quoted(change.keys()));
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(own);
        if (!gone.isEmpty()) {
            all.add("gone, and NULL from this delivery on, though no cost measure reads them: " + quoted(gone));
        }
        if (!added.isEmpty()) {
            all.add("new, though no cost measure reads them: " + quoted(added));
        }
        return all;
    }

    private static String reading(String column) {
        return LineItemColumn.named(column)
                .map(known -> switch (known.type()) {
                    case STRING -> "it is read as text";
                    case DOUBLE -> "it is read as a number, and a value that is none rejects its row";
                    case TIMESTAMP -> "it is read as a time, and a value that is none rejects its row";
                    case STRING_MAP, DOUBLE_MAP -> "it is read as a map, and a value that is none rejects its row";
                })
                .orElse("no cost measure reads it");
    }

    private static String quoted(Collection<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
