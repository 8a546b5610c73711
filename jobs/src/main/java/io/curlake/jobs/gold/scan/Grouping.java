package io.curlake.jobs.gold.scan;

import io.curlake.jobs.cost.Amount;
import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.gold.scan.text.ChargeText;
import io.curlake.jobs.lineitem.scan.group.Note;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is added up for one gold table: of which charges, by what, and which amounts. Travels to executors. */
public final class Grouping implements Serializable {
    private final boolean isByDay;
    private final List<ChargeText> key;
    private final ArrayList<ChargeText> notes = new ArrayList<>();
    private final ArrayList<Note> notesOfGroups = new ArrayList<>();
    private final EnumMap<ChargeKind, ArrayList<Terms>> amounts = new EnumMap<>(ChargeKind.class);
    private EnumSet<ChargeKind> kinds = EnumSet.allOf(ChargeKind.class);
    private @Nullable ChargeText present;

    private Grouping(boolean isByDay, List<ChargeText> key) {
        this.isByDay = isByDay;
        this.key = key;
        kinds.forEach(kind -> amounts.put(kind, new ArrayList<>()));
    }

    /** By the UTC day and these texts. */
    public static Grouping byDayAnd(List<String> texts) {
        return new Grouping(true, texts.stream().map(ChargeText::named).toList());
    }

    /** By these texts, whatever the day. */
    public static Grouping by(List<String> texts) {
        return new Grouping(false, texts.stream().map(ChargeText::named).toList());
    }

    /** Adds an amount after those that there are. */
    public Grouping adding(Function<ChargeKind, Amount> rule) {
        amounts.forEach((kind, terms) -> terms.add(Terms.of(rule.apply(kind))));
        return this;
    }

    /** Adds a text that groups are not told apart by. */
    public Grouping noting(String text, Note note) {
        notes.add(ChargeText.named(text));
        notesOfGroups.add(note);
        return this;
    }

    /** Only charges that have such a text. */
    public Grouping where(ChargeText text) {
        present = text;
        return this;
    }

    /** Only charges of these kinds. */
    public Grouping of(ChargeKind... only) {
        kinds = EnumSet.noneOf(ChargeKind.class);
        kinds.addAll(Arrays.asList(only));
        return this;
    }

    boolean isByDay() {
        return isByDay;
    }

    List<ChargeText> key() {
        return key;
    }

    List<ChargeText> notes() {
        return notes;
    }

    @Nullable
    ChargeText present() {
        return present;
    }

    Set<ChargeKind> kinds() {
        return kinds;
    }

    /** The amounts of a kind. */
    List<Terms> amounts(ChargeKind kind) {
        return Objects.requireNonNull(amounts.get(kind));
    }

    TextGroups.Shape shape() {
        return new TextGroups.Shape(key.size(), amounts(ChargeKind.USAGE).size(), notesOfGroups);
    }
}
