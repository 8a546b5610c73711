package io.curlake.jobs.export.text.rows;

import io.curlake.jobs.export.text.RecordText;
import io.curlake.jobs.export.text.TextFile;
import io.curlake.jobs.export.text.column.ColumnReader;
import java.util.Set;
import org.apache.spark.unsafe.types.UTF8String;

/** The columns about a record: where it stands and why it is rejected. Read after all others. */
final class RecordFacts {
    private static final Set<String> NAMES = Set.of(TextRows.FILE, TextRows.LINE, TextRows.REASON, TextRows.TEXT);

    private RecordFacts() {}

    static boolean isOne(String column) {
        return NAMES.contains(column);
    }

    static ColumnReader reader(String column, TextFile file) {
        Integer number = file.number();
        return switch (column) {
            case TextRows.FILE -> (record, complaint) -> number;
            case TextRows.LINE -> (record, complaint) -> record.line();
            case TextRows.REASON -> (record, complaint) -> UTF8String.fromString(complaint.reason());
            case TextRows.TEXT ->
                (record, complaint) -> complaint.reason() == null ? null : UTF8String.fromString(RecordText.of(record));
            default -> throw new IllegalArgumentException(column + " is no fact about a record");
        };
    }
}
