package io.curlake.jobs.sample.files;

import io.curlake.jobs.sample.columns.ExportColumn;
import io.curlake.jobs.sample.line.LineItem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV by RFC 4180, but with a bare line feed after each record, as AWS has it: quotes only where they are needed. */
final class CsvDataFile implements DataFile {
    static final int BUFFER = 1 << 16;

    private final List<ExportColumn> columns;
    private final CellText text;
    private final Writer out;
    private final StringBuilder record = new StringBuilder();

    CsvDataFile(List<ExportColumn> columns, CellText text, OutputStream out) throws IOException {
        this.columns = columns;
        this.text = text;
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        columns.forEach(column -> append(column.name()));
        end();
    }

    @Override
    public void write(LineItem item) throws IOException {
        for (ExportColumn column : columns) {
            append(text.of(column, item));
        }
        end();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void append(String cell) {
        if (cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0) {
            record.append(cell);
        } else {
            record.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
        record.append(',');
    }

    private void end() throws IOException {
        record.setCharAt(record.length() - 1, '\n');
        out.append(record);
        record.setLength(0);
    }
}
