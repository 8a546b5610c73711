package io.curlake.jobs.sample.files;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import io.curlake.jobs.sample.columns.ExportColumn;
import io.curlake.jobs.sample.line.LineItem;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** CUR 2.0: absent numbers are {@code 0.0}, maps are JSON, times have milliseconds. */
final class Cur2Text implements CellText {
    private final TimeText times = new TimeText(
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC));

    @Override
    public String of(ExportColumn column, LineItem item) {
        return switch (column.type()) {
            case STRING -> column.text(item);
            case DOUBLE -> DoubleToDecimal.toString(column.number(item));
            case TIMESTAMP -> times.of(column.time(item));
            case STRING_MAP -> JsonMap.ofTexts(column.map(item));
            case DOUBLE_MAP -> JsonMap.ofDiscounts(item);
        };
    }
}
