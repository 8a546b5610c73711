package io.curlake.jobs.sample.columns;

import io.curlake.jobs.sample.line.Attributes;
import io.curlake.jobs.sample.line.DiscountKind;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.model.LineItemColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects which columns a legacy delivery has: some always, every other only where some line has a value. */
public final class LegacyHeader implements Serializable {
    private static final Map<LineItemColumn, String> MAPS = Map.of(
            LineItemColumn.PRODUCT, "product/",
            LineItemColumn.RESOURCE_TAGS, "resourceTags/",
            LineItemColumn.COST_CATEGORY, "costCategory/");
    private static final List<LineItemColumn> FIELDS = Arrays.stream(LineItemColumn.values())
            .filter(column -> LegacyName.of(column).isPresent())
            .toList();

    private final Set<String> names = new TreeSet<>();
    private transient List<ExportColumn> missing = candidates();
    private transient Set<Attributes> known = identitySet();

    /** Notes what a line item has. */
    public void observe(LineItem item) {
        for (int i = missing.size() - 1; i >= 0; i--) {
            if (missing.get(i).isIn(item)) {
                names.add(missing.remove(i).name());
            }
        }
        MAPS.forEach((map, category) -> {
            if (known.add(item.attributes(map))) {
                item.attributes(map).raw().keySet().forEach(key -> names.add(category + key));
            }
        });
    }

    /** The columns' full names. */
    public Set<String> names() {
        return names;
    }

    private static List<ExportColumn> candidates() {
        List<ExportColumn> candidates = new ArrayList<>();
        FIELDS.forEach(column -> candidates.add(new Field(LegacyName.of(column).orElseThrow(), column)));
        for (DiscountKind kind : DiscountKind.values()) {
            candidates.add(new RawDiscount("discount/" + kind.rawKey(), kind));
        }
        return candidates;
    }

    private static Set<Attributes> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private void readObject(java.io.ObjectInputStream in) throws java.io.IOException, ClassNotFoundException {
        in.defaultReadObject();
        missing = candidates();
        known = identitySet();
    }
}
