package io.curlake.jobs.export.text.column;

import io.curlake.jobs.export.text.CsvRecord;

/** Reads a decimal number; NaN and infinities are none. */
final class DoubleReader implements ColumnReader {
    private final String column;
    private final int[] fields;

    DoubleReader(String column, int[] fields) {
        this.column = column;
        this.fields = fields;
    }

    @Override
    public Object read(CsvRecord record, Complaint complaint) {
        int field = record.firstFilled(fields);
        if (field < 0) {
            return AbsentValue.ZERO;
        }
        double number = DecimalText.parse(record.chars(), record.start(field), record.end(field));
        if (Double.isNaN(number)) {
            complaint.about(field, column, record.text(field), "number");
            return AbsentValue.ZERO;
        }
        return number;
    }
}
