package io.curlake.jobs.sample.columns;

import io.curlake.jobs.sample.line.LineItem;
import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;

/** A column of legacy CUR that is an entry of a map in CUR 2.0: a tag, a cost category, a product attribute. */
record RawAttribute(String name, LineItemColumn map, String key) implements ExportColumn {
    @Override
    public ColumnType type() {
        return ColumnType.STRING;
    }

    @Override
    public boolean isIn(LineItem item) {
        return !text(item).isEmpty();
    }

    @Override
    public String text(LineItem item) {
        return item.attributes(map).raw().getOrDefault(key, "");
    }
}
