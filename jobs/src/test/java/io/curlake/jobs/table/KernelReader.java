package io.curlake.jobs.table;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.TimestampType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;

/** A reader of Delta tables as others use it: Kernel with settings of its own, nothing of curlake, nothing of Spark. */
public final class KernelReader {
    private final Engine engine = DefaultEngine.create(new Configuration());
    private final List<Map<String, Object>> rows = new ArrayList<>();

    private KernelReader() {}

    /** Each row by column; NULLs are left out. Times are instants, maps are sorted. */
    public static List<Map<String, Object>> rows(String table) {
        KernelReader reader = new KernelReader();
        Snapshot snapshot = Table.forPath(reader.engine, table).getLatestSnapshot(reader.engine);
        Scan scan = snapshot.getScanBuilder().build();
        Row state = scan.getScanState(reader.engine);
        try (CloseableIterator<Row> files = Utils.intoRows(scan.getScanFiles(reader.engine))) {
            while (files.hasNext()) {
                reader.read(state, files.next());
            }
            return reader.rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Row state, Row file) throws IOException {
        CloseableIterator<ColumnarBatch> stored = engine.getParquetHandler()
                .readParquetFiles(
                        Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                        ScanStateRow.getPhysicalDataReadSchema(state),
                        Optional.empty())
                .map(FileReadResult::getData);
        try (CloseableIterator<FilteredColumnarBatch> batches =
                Scan.transformPhysicalData(engine, state, file, stored)) {
            while (batches.hasNext()) {
                add(batches.next());
            }
        }
    }

    private void add(FilteredColumnarBatch batch) {
        ColumnarBatch data = batch.getData();
        for (int row = 0; row < data.getSize(); row++) {
            if (batch.getSelectionVector().isEmpty()
                    || batch.getSelectionVector().get().getBoolean(row)) {
                Map<String, Object> values = new TreeMap<>();
                for (int column = 0; column < data.getSchema().length(); column++) {
                    ColumnVector vector = data.getColumnVector(column);
                    if (!vector.isNullAt(row)) {
                        values.put(data.getSchema().at(column).getName(), value(vector, row));
                    }
                }
                rows.add(values);
            }
        }
    }

    private static Object value(ColumnVector vector, int row) {
        DataType type = vector.getDataType();
        if (type instanceof MapType) {
            MapValue map = vector.getMap(row);
            Map<String, Object> entries = new TreeMap<>();
            for (int i = 0; i < map.getSize(); i++) {
                entries.put(map.getKeys().getString(i), value(map.getValues(), i));
            }
            return entries;
        }
        if (type instanceof TimestampType) {
            return Instant.EPOCH.plus(vector.getLong(row), ChronoUnit.MICROS);
        }
        if (type instanceof DateType) {
            return LocalDate.ofEpochDay(vector.getInt(row));
        }
        return type instanceof DoubleType ? (Object) vector.getDouble(row) : vector.getString(row);
    }
}
