package io.curlake.jobs.sample.columns;

import io.curlake.jobs.sample.line.DiscountKind;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.model.ColumnType;

/** A column of legacy CUR that is an entry of the discount map in CUR 2.0. */
record RawDiscount(String name, DiscountKind kind) implements ExportColumn {
    @Override
    public ColumnType type() {
        return ColumnType.DOUBLE;
    }

    @Override
    public boolean isIn(LineItem item) {
        return item.has(kind);
    }

    @Override
    public String text(LineItem item) {
        return "";
    }

    @Override
    public double number(LineItem item) {
        return item.discount(kind);
    }
}
