package io.curlake.jobs.sample.files;

import io.curlake.jobs.sample.columns.ExportColumn;
import io.curlake.jobs.sample.line.DiscountKind;
import io.curlake.jobs.sample.line.LineItem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Writes line items column by column into Parquet. */
final class LineItemWriteSupport extends WriteSupport<LineItem> {
    private final List<ExportColumn> columns;
    private final Binaries binaries = new Binaries();
    private @Nullable RecordConsumer consumer;

    LineItemWriteSupport(List<ExportColumn> columns) {
        this.columns = columns;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract until Parquet 2
    public WriteContext init(Configuration settings) {
        return new WriteContext(ParquetSchema.of(columns), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.consumer = recordConsumer;
    }

    @Override
    public void write(LineItem item) {
        RecordConsumer out = Objects.requireNonNull(consumer);
        out.startMessage();
        for (int i = 0; i < columns.size(); i++) {
            ExportColumn column = columns.get(i);
            out.startField(column.name(), i);
            write(out, column, item);
            out.endField(column.name(), i);
        }
        out.endMessage();
    }

    private void write(RecordConsumer out, ExportColumn column, LineItem item) {
        switch (column.type()) {
            case STRING -> out.addBinary(binaries.of(column.text(item)));
            case DOUBLE -> out.addDouble(column.number(item));
            case TIMESTAMP -> out.addLong(column.time(item));
            case STRING_MAP -> texts(out, column.map(item));
            case DOUBLE_MAP -> discounts(out, item);
        }
    }

    private void texts(RecordConsumer out, Map<String, String> map) {
        out.startGroup();
        if (!map.isEmpty()) {
            out.startField("key_value", 0);
            for (Map.Entry<String, String> entry : map.entrySet()) {
                startEntry(out, entry.getKey());
                out.addBinary(binaries.of(entry.getValue()));
                endEntry(out);
            }
            out.endField("key_value", 0);
        }
        out.endGroup();
    }

    private void discounts(RecordConsumer out, LineItem item) {
        out.startGroup();
        if (item.has(DiscountKind.EDP)) {
            out.startField("key_value", 0);
            for (DiscountKind kind : DiscountKind.values()) {
                if (item.has(kind)) {
                    startEntry(out, kind.key());
                    out.addDouble(item.discount(kind));
                    endEntry(out);
                }
            }
            out.endField("key_value", 0);
        }
        out.endGroup();
    }

    private void startEntry(RecordConsumer out, String key) {
        out.startGroup();
        out.startField("key", 0);
        out.addBinary(binaries.of(key));
        out.endField("key", 0);
        out.startField("value", 1);
    }

    private static void endEntry(RecordConsumer out) {
        out.endField("value", 1);
        out.endGroup();
    }
}
