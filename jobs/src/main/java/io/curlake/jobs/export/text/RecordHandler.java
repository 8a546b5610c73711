package io.curlake.jobs.export.text;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Takes the fields of a record as the parser finds them, without a String for any. */
final class RecordHandler extends AbstractBaseCsvCallbackHandler<RecordHandler> {
    private final CsvRecord record = new CsvRecord();
    private boolean endOfText;

    @Override
    protected void handleBegin(long startingLine) {
        record.begin(startingLine);
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
        endOfText |= length > 0 && buffer[offset + length - 1] == ByteChars.END;
        record.add(buffer, offset, length);
    }

    @Override
    protected RecordHandler buildRecord() {
        return this;
    }

    CsvRecord record() {
        return record;
    }

    /** Whether the mark of the end stands in this record. */
    boolean isEndOfText() {
        return endOfText;
    }

    /** Whether the record is more than that mark: then a quote was never closed. */
    boolean hasOpenQuote() {
        return endOfText && (record.fields() > 1 || record.end(0) > 1);
    }
}
