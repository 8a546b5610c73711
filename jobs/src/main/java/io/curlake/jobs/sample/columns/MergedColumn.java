package io.curlake.jobs.sample.columns;

import io.curlake.jobs.sample.line.LineItem;
import io.curlake.model.ColumnType;
import java.util.List;

/** A column of legacy Parquet: all legacy columns whose names become the same Athena name, the first value winning. */
record MergedColumn(String name, List<ExportColumn> columns) implements ExportColumn {
    @Override
    public ColumnType type() {
        return columns.get(0).type();
    }

    @Override
    public boolean isIn(LineItem item) {
        return columns.stream().anyMatch(column -> column.isIn(item));
    }

    @Override
    public String text(LineItem item) {
        for (ExportColumn column : columns) {
            if (column.isIn(item)) {
                return column.text(item);
            }
        }
        return "";
    }

    @Override
    public double number(LineItem item) {
        return columns.get(0).number(item);
    }

    @Override
    public long time(LineItem item) {
        return columns.get(0).time(item);
    }
}
