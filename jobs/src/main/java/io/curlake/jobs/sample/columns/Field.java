package io.curlake.jobs.sample.columns;

import io.curlake.jobs.sample.line.LineItem;
import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import java.util.Map;

/** A column that CUR 2.0 has too, under the name it has in this export. */
record Field(String name, LineItemColumn column) implements ExportColumn {
    @Override
    public ColumnType type() {
        return column.type();
    }

    @Override
    public boolean isIn(LineItem item) {
        return switch (type()) {
            case STRING -> !item.text(column).isEmpty();
            case DOUBLE -> item.hasNumber(column);
            case TIMESTAMP, STRING_MAP, DOUBLE_MAP -> true;
        };
    }

    @Override
    public String text(LineItem item) {
        return item.text(column);
    }

    @Override
    public double number(LineItem item) {
        return item.number(column);
    }

    @Override
    public long time(LineItem item) {
        return item.time(column);
    }

    @Override
    public Map<String, String> map(LineItem item) {
        return item.attributes(column).delivered();
    }
}
