package io.curlake.jobs.export.text.rows;

import io.curlake.jobs.export.TargetColumn;
import io.curlake.jobs.export.text.CsvRecord;
import io.curlake.jobs.export.text.TextDialect;
import io.curlake.jobs.export.text.TextFile;
import io.curlake.jobs.export.text.column.AbsentValue;
import io.curlake.jobs.export.text.column.ColumnReader;
import io.curlake.jobs.export.text.column.ColumnReaders;
import io.curlake.jobs.export.text.column.Complaint;
import io.curlake.model.ColumnType;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Turns the records of one file into rows of the columns a query needs. Holds one row, filled anew for each record. */
final class RowDecoder {
    private final int headerFields;
    private final Slot[] columns;
    private final ColumnReader[] otherChecks;
    private final Slot[] facts;
    private final @Nullable Object[] values;
    private final InternalRow row;
    private final Complaint complaint = new Complaint();

    private record Slot(
            int at, ColumnReader reader, @Nullable Object absent) {}

    RowDecoder(TextFile file, TextDialect dialect, StructType schema) {
        ColumnReaders readers = new ColumnReaders(file.header(), dialect);
        List<String> names = List.of(schema.fieldNames());
        headerFields = file.header().size();
        columns = IntStream.range(0, names.size())
                .filter(at -> !RecordFacts.isOne(names.get(at)))
                .mapToObj(at -> new Slot(at, readers.reader(names.get(at)), absent(names.get(at))))
                .toArray(Slot[]::new);
        facts = IntStream.range(0, names.size())
                .filter(at -> RecordFacts.isOne(names.get(at)))
                .mapToObj(at -> new Slot(at, RecordFacts.reader(names.get(at), file), null))
                .toArray(Slot[]::new);
        otherChecks = otherChecks(names, readers);
        values = new Object[names.size()];
        row = new GenericInternalRow(values);
    }

    private static @Nullable Object absent(String column) {
        return AbsentValue.of(new TargetColumn(column, null).type());
    }

    /** A row is rejected for any of its columns, whichever a query needs; without a reason asked for, none is looked at. */
    private static ColumnReader[] otherChecks(List<String> names, ColumnReaders readers) {
        boolean needsReason = names.contains(TextRows.REASON) || names.contains(TextRows.TEXT);
        return readers.columns().stream()
                .filter(column -> needsReason && !names.contains(column))
                .filter(column -> new TargetColumn(column, null).type() != ColumnType.STRING)
                .map(readers::reader)
                .toArray(ColumnReader[]::new);
    }

    InternalRow decode(CsvRecord record) {
        complaint.clear();
        if (record.fields() == headerFields) {
            readColumns(record);
        } else {
            leaveColumnsAbsent();
            complaint.about("row has " + record.fields() + " fields, the header has " + headerFields);
        }
        for (Slot fact : facts) {
            values[fact.at] = fact.reader.read(record, complaint);
        }
        return row;
    }

    private void readColumns(CsvRecord record) {
        for (Slot column : columns) {
            values[column.at] = column.reader.read(record, complaint);
        }
        for (ColumnReader check : otherChecks) {
            check.read(record, complaint);
        }
    }

    private void leaveColumnsAbsent() {
        for (Slot column : columns) {
            values[column.at] = column.absent;
        }
    }
}
