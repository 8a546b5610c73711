package io.curlake.jobs.table.log;

import io.delta.kernel.Scan;
import io.delta.kernel.ScanBuilder;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Or;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The rows of a table as Delta Kernel, which shares no code with Spark, reads them: masks applied. */
final class KernelRows {
    private final Engine engine;
    private final Snapshot snapshot;
    private final StructType schema;
    private final Selection selection;

    /** Which rows are read: turning a row into objects costs more than reading it. */
    sealed interface Selection {
        /** What statistics of files can tell, so that no file is opened in vain. */
        Optional<Predicate> predicate();

        /** All of them. */
        record All() implements Selection {
            @Override
            public Optional<Predicate> predicate() {
                return Optional.empty();
            }
        }

        /** Those with one of these texts in a column. */
        record WithText(String column, Set<String> texts) implements Selection {
            /** With more of them, hardly a file is left out. */
            private static final int MOST_TEXTS = 100;

            @Override
            public Optional<Predicate> predicate() {
                return texts.size() > MOST_TEXTS
                        ? Optional.empty()
                        : texts.stream().map(this::equal).reduce(Or::new);
            }

            private Predicate equal(String text) {
                return new Predicate("=", new Column(column), Literal.ofString(text));
            }
        }
    }

    KernelRows(Engine engine, Snapshot snapshot, StructType schema, Selection selection) {
        this.engine = engine;
        this.snapshot = snapshot;
        this.schema = schema;
        this.selection = selection;
    }

    List<org.apache.spark.sql.Row> read() {
        ScanBuilder builder = snapshot.getScanBuilder().withReadSchema(columns());
        Scan scan =
                selection.predicate().map(builder::withFilter).orElse(builder).build();
        Row state = scan.getScanState(engine);
        List<org.apache.spark.sql.Row> rows = new ArrayList<>();
        try (CloseableIterator<Row> files = Utils.intoRows(scan.getScanFiles(engine))) {
            while (files.hasNext()) {
                read(state, files.next(), rows);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private io.delta.kernel.types.StructType columns() {
        io.delta.kernel.types.StructType columns = new io.delta.kernel.types.StructType();
        for (StructField field : schema.fields()) {
            columns = columns.add(snapshot.getSchema().get(field.name()));
        }
        return columns;
    }

    private void read(Row state, Row file, List<org.apache.spark.sql.Row> rows) throws IOException {
        FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
        CloseableIterator<ColumnarBatch> stored = engine.getParquetHandler()
                .readParquetFiles(
                        Utils.singletonCloseableIterator(status),
                        ScanStateRow.getPhysicalDataReadSchema(state),
                        Optional.empty())
                .map(FileReadResult::getData);
        try (CloseableIterator<FilteredColumnarBatch> batches =
                Scan.transformPhysicalData(engine, state, file, stored)) {
            while (batches.hasNext()) {
                add(batches.next(), rows);
            }
        }
    }

    private void add(FilteredColumnarBatch batch, List<org.apache.spark.sql.Row> rows) {
        ColumnarBatch data = batch.getData();
        Optional<ColumnVector> selected = batch.getSelectionVector();
        for (int i = 0; i < data.getSize(); i++) {
            int row = i;
            if (selected.map(s -> !s.isNullAt(row) && s.getBoolean(row)).orElse(true) && isSelected(data, row)) {
                Object[] values = new Object[schema.size()];
                for (int c = 0; c < values.length; c++) {
                    values[c] = value(data.getColumnVector(c), i, schema.fields()[c].dataType());
                }
                rows.add(new GenericRowWithSchema(values, schema));
            }
        }
    }

    private boolean isSelected(ColumnarBatch data, int row) {
        if (selection instanceof Selection.WithText wanted) {
            ColumnVector texts = data.getColumnVector(schema.fieldIndex(wanted.column()));
            return !texts.isNullAt(row) && wanted.texts().contains(texts.getString(row));
        }
        return true;
    }

    private static @Nullable Object value(ColumnVector vector, int row, DataType type) {
        if (vector.isNullAt(row)) {
            return null;
        }
        if (type instanceof ArrayType array) {
            ColumnVector elements = vector.getArray(row).getElements();
            return CollectionConverters.asScala(IntStream.range(0, elements.getSize())
                            .mapToObj(i -> value(elements, i, array.elementType()))
                            .toList())
                    .toSeq();
        }
        if (type instanceof MapType map) {
            return map(vector.getMap(row), map);
        }
        if (type instanceof StructType struct) {
            return struct(vector, row, struct);
        }
        return primitive(vector, row, type);
    }

    private static org.apache.spark.sql.Row struct(ColumnVector vector, int row, StructType type) {
        StructField[] fields = type.fields();
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = value(vector.getChild(i), row, fields[i].dataType());
        }
        return new GenericRowWithSchema(values, type);
    }

    private static Object map(MapValue map, MapType type) {
        Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < map.getSize(); i++) {
            Object key = value(map.getKeys(), i, type.keyType());
            entries.put(String.valueOf(key), value(map.getValues(), i, type.valueType()));
        }
        return scala.collection.immutable.Map.from(CollectionConverters.asScala(entries));
    }

    private static Object primitive(ColumnVector vector, int row, DataType type) {
        if (type.equals(DataTypes.StringType)) {
            return vector.getString(row);
        } else if (type.equals(DataTypes.DoubleType)) {
            return vector.getDouble(row);
        } else if (type.equals(DataTypes.LongType)) {
            return vector.getLong(row);
        } else if (type.equals(DataTypes.IntegerType)) {
            return vector.getInt(row);
        } else if (type.equals(DataTypes.BooleanType)) {
            return vector.getBoolean(row);
        } else if (type.equals(DataTypes.TimestampType)) {
            return Timestamp.from(Instant.EPOCH.plus(vector.getLong(row), ChronoUnit.MICROS));
        } else if (type.equals(DataTypes.DateType)) {
            return java.sql.Date.valueOf(LocalDate.ofEpochDay(vector.getInt(row)));
        } else if (type instanceof DecimalType) {
            return vector.getDecimal(row);
        }
        throw new IllegalStateException("no table of curlake has a column of type " + type.simpleString());
    }
}
