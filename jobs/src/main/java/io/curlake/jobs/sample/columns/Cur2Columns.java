package io.curlake.jobs.sample.columns;

import io.curlake.model.LineItemColumn;
import io.curlake.model.LineItemColumn.Presence;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The columns of a CUR 2.0 export with resource ids, the same in every month: 116, or 127 with split cost allocation. */
public final class Cur2Columns {
    private Cur2Columns() {}

    public static List<ExportColumn> withoutSplitCost() {
        return of(EnumSet.of(Presence.ALWAYS, Presence.RESOURCES, Presence.ITEMIZED_DISCOUNT));
    }

    public static List<ExportColumn> withSplitCost() {
        return of(EnumSet.of(Presence.ALWAYS, Presence.RESOURCES, Presence.ITEMIZED_DISCOUNT, Presence.SPLIT_COST));
    }

    private static List<ExportColumn> of(Set<Presence> included) {
        return Arrays.stream(LineItemColumn.values())
                .filter(column -> included.contains(column.presence()))
                .<ExportColumn>map(column -> new Field(column.columnName(), column))
                .toList();
    }
}
