package io.curlake.jobs.gold.tag;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_keys;
import static org.apache.spark.sql.functions.nullif;

import io.curlake.model.LineItemColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The keys that the charges of a period have in any of the three maps, and where each is to be read. */
public final class TagKeys {
    static final List<LineItemColumn> MAPS =
            List.of(LineItemColumn.RESOURCE_TAGS, LineItemColumn.COST_CATEGORY, LineItemColumn.TAGS);

    /** Where a key stands, as it is written there. */
    private record Place(LineItemColumn map, String key) {
        TagKey tagKey() {
            return switch (map) {
                case RESOURCE_TAGS -> TagKey.ofResourceTag(key);
                case COST_CATEGORY -> TagKey.ofCostCategory(key);
                default -> TagKey.ofTags(key);
            };
        }

        /** NULL where the row has no such key, or an empty value. */
        Column value() {
            return nullif(col(map.columnName()).getItem(key), lit(""));
        }
    }

    private final SortedMap<TagKey, List<Place>> places;

    private TagKeys(SortedMap<TagKey, List<Place>> places) {
        this.places = places;
    }

    /** Asks the charges: one Spark action. */
    public static TagKeys of(Dataset<Row> charges) {
        SortedMap<TagKey, List<Place>> places = new TreeMap<>();
        MAPS.stream()
                .map(map -> charges.select(
                        lit(map.name()).as("map"),
                        explode(map_keys(col(map.columnName()))).as("key")))
                .reduce(Dataset::union)
                .orElseThrow()
                .distinct()
                .orderBy("map", "key")
                .collectAsList()
                .stream()
                .map(row -> new Place(LineItemColumn.valueOf(row.getString(0)), row.getString(1)))
                .sorted(Comparator.comparing(place -> MAPS.indexOf(place.map())))
                .forEach(place -> places.computeIfAbsent(place.tagKey(), key -> new ArrayList<>())
                        .add(place));
        return new TagKeys(places);
    }

    /** The keys, sorted. */
    List<TagKey> sorted() {
        return List.copyOf(places.keySet());
    }

    /** The value of a key in each row, '' where it has none. Of several spellings the first with a value counts. */
    Column value(TagKey key) {
        List<Column> values = new ArrayList<>(Objects.requireNonNull(places.get(key)).stream()
                .map(Place::value)
                .toList());
        values.add(lit(""));
        return coalesce(values.toArray(Column[]::new));
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
