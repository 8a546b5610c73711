package io.curlake.jobs.gold.tag;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.GoldColumns;
import io.curlake.jobs.gold.scan.Grouping;
import io.curlake.jobs.gold.scan.label.Labels;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** The table {@code daily_tag_cost}. Every charge is there once for every key: under its value, or under '' for untagged. */
public final class DailyTagCost {
    /** A row is one of these. */
    public static final List<String> GRAIN =
            List.of(GoldColumns.DAY, "usage_account_id", "tag_kind", "tag_key", "tag_value", "currency");

    public static final StructType SCHEMA = GoldColumns.schema(GRAIN, GoldColumns.MEASURES);

    private static final int ACCOUNT = 0;
    private static final int LABELS = 1;
    private static final int CURRENCY = 2;

    private DailyTagCost() {}

    /** What is added up of line items, by all their labels at once. */
    public static Grouping grouping(Net net) {
        return GoldColumns.measured(List.of("usage_account_id", "labels", "currency"), net);
    }

    /** The keys of charges that were added up by {@link #grouping}. */
    public static TagKeys keys(TextGroups charges) {
        return TagKeys.of(charges.vocabulary(LABELS).texts().stream().map(Labels::of));
    }

    /**
     * The rows of the table.
     *
     * @param charges what was added up by {@link #grouping}
     * @param keys those of all charges of the period
     */
    public static TextGroups of(TextGroups charges, TagKeys keys) {
        TextGroups tagged =
                new TextGroups(new TextGroups.Shape(GRAIN.size() - 1, GoldColumns.MEASURES.size(), List.of()));
        TagValues values = new TagValues(keys, charges.vocabulary(LABELS), tagged);
        for (int group = 0; group < charges.size(); group++) {
            String account = charges.text(group, ACCOUNT);
            String currency = charges.text(group, CURRENCY);
            int[] row = {
                charges.day(group),
                tagged.vocabulary(0).codeOf(account),
                0,
                0,
                0,
                tagged.vocabulary(4).codeOf(currency)
            };
            values.choose(charges.code(group, LABELS));
            for (int key = 0; key < values.keys(); key++) {
                values.put(key, row);
                tagged.add(row, charges, group);
            }
        }
        return tagged;
    }
}
