package io.curlake.jobs.sample.files;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import io.curlake.jobs.sample.columns.ExportColumn;
import io.curlake.jobs.sample.line.LineItem;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Legacy CUR: what is absent is empty, times have seconds. */
final class LegacyText implements CellText {
    private final TimeText times =
            new TimeText(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC));

    @Override
    public String of(ExportColumn column, LineItem item) {
        return switch (column.type()) {
            case STRING -> column.text(item);
            case DOUBLE -> column.isIn(item) ? DoubleToDecimal.toString(column.number(item)) : "";
            case TIMESTAMP -> times.of(column.time(item));
            case STRING_MAP, DOUBLE_MAP -> throw new IllegalStateException(column.name() + " is a map");
        };
    }
}
