package io.curlake.jobs.gold.tag;

import io.curlake.jobs.gold.scan.label.Labels;
import io.curlake.model.LineItemColumn;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys that the charges of a period have in any of the three maps, and where each is to be read. */
public final class TagKeys implements Serializable {
    /** Where a key stands, as it is written there. */
    private record Place(LineItemColumn map, String key) implements Comparable<Place>, Serializable {
        TagKey tagKey() {
            return switch (map) {
                case RESOURCE_TAGS -> TagKey.ofResourceTag(key);
                case COST_CATEGORY -> TagKey.ofCostCategory(key);
                default -> TagKey.ofTags(key);
            };
        }

        @Override
        public int compareTo(Place other) {
            int byMap = Integer.compare(Labels.COLUMNS.indexOf(map), Labels.COLUMNS.indexOf(other.map));
            return byMap != 0 ? byMap : key.compareTo(other.key);
        }
    }

    private final TreeMap<TagKey, TreeSet<Place>> places = new TreeMap<>();

    private TagKeys() {}

    /** The keys of some charges. */
    static TagKeys of(Stream<Labels> labels) {
        TagKeys keys = new TagKeys();
        labels.flatMap(set -> set.entries().stream())
                .map(label -> new Place(label.column(), label.key()))
                .distinct()
                .forEach(keys::add);
        return keys;
    }

    /** The keys of all of them. */
    public static TagKeys of(Collection<TagKeys> some) {
        TagKeys keys = new TagKeys();
        some.forEach(part -> part.places.values().forEach(ofKey -> ofKey.forEach(keys::add)));
        return keys;
    }

    private void add(Place place) {
        places.computeIfAbsent(place.tagKey(), key -> new TreeSet<>()).add(place);
    }

    public int size() {
        return places.size();
    }

    /** The keys, sorted. */
    List<TagKey> sorted() {
        return List.copyOf(places.keySet());
    }

    /** The values of a charge; no entry for a key that it has none of. Of several spellings the first with a value counts. */
    static Map<TagKey, String> values(Labels labels) {
        Map<TagKey, String> values = new TreeMap<>();
        labels.entries().stream()
                .filter(label -> !label.value().isEmpty())
                .sorted(Comparator.comparing(label -> new Place(label.column(), label.key())))
                .forEach(label -> values.putIfAbsent(new Place(label.column(), label.key()).tagKey(), label.value()));
        return values;
    }

    /** Keys that differ in case or punctuation only, in a sentence each. */
    public List<String> variants() {
        Map<String, List<TagKey>> alike = places.keySet().stream()
                .flatMap(key -> key.spelling().stream().map(spelling -> Map.entry(spelling, key)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return alike.values().stream()
                .map(this::spellings)
                .filter(ways -> ways.size() > 1)
                .map(ways -> ways.stream().map(way -> "'" + way + "'").collect(Collectors.joining(", ")))
                .map(ways -> "Tag keys " + ways
                        + " differ in spelling only. Decide for one of them where resources are " + "tagged.")
                .toList();
    }

    /** As people wrote them, which {@code tags} alone tells; else as AWS normalized them. */
    private SortedSet<String> spellings(List<TagKey> keys) {
        SortedSet<String> written = keys.stream()
                .flatMap(key -> Objects.requireNonNull(places.get(key)).stream())
                .filter(place -> place.map() == LineItemColumn.TAGS)
                .map(place -> place.key().replaceFirst("^[a-zA-Z]+/(user:)?", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        return written.size() > 1 || keys.size() == 1
                ? written
                : keys.stream().map(TagKey::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
