package io.curlake.jobs.export;

import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import org.jspecify.annotations.Nullable;

/**
 * Where a delivered column goes.
 *
 * @param column the CUR 2.0 column, or the delivered column's own name where CUR 2.0 has none
 * @param key the key in that map column; null for a column that stands for itself
 */
public record TargetColumn(String column, @Nullable String key) {
    /** What the column holds; a column that is unknown is text. */
    public ColumnType type() {
        return LineItemColumn.named(column).map(LineItemColumn::type).orElse(ColumnType.STRING);
    }
}
