package io.curlake.jobs.export.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** The rows of a delivered file by Parquet's own record reader: no vectors, nothing of curlake, nothing of Spark. */
public final class DeliveredRows {
    private DeliveredRows() {}

    /** Each row by column. Times are instants, maps are sorted. */
    public static List<Map<String, Object>> of(Path file) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = reader(file)) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.add(values(row));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ParquetReader<Group> reader(Path file) throws IOException {
        return new GroupsOf(HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))
                .build();
    }

    private static Map<String, Object> values(Group row) {
        Map<String, Object> values = new TreeMap<>();
        for (Type field : row.getType().getFields()) {
            if (row.getFieldRepetitionCount(field.getName()) > 0) {
                values.put(
                        field.getName(),
                        field.isPrimitive() ? value(row, field) : map(row.getGroup(field.getName(), 0)));
            }
        }
        return values;
    }

    private static Map<String, Object> map(Group map) {
        Map<String, Object> entries = new TreeMap<>();
        for (int i = 0; i < map.getFieldRepetitionCount(0); i++) {
            Group entry = map.getGroup(0, i);
            entries.put(entry.getString(0, 0), value(entry, entry.getType().getType(1)));
        }
        return entries;
    }

    private static Object value(Group group, Type field) {
        PrimitiveTypeName type = field.asPrimitiveType().getPrimitiveTypeName();
        if (type == PrimitiveTypeName.INT64) {
            return Instant.ofEpochMilli(group.getLong(field.getName(), 0));
        }
        return type == PrimitiveTypeName.DOUBLE
                ? (Object) group.getDouble(field.getName(), 0)
                : group.getString(field.getName(), 0);
    }

    private static final class GroupsOf extends ParquetReader.Builder<Group> {
        GroupsOf(HadoopInputFile file) {
            super(file);
        }

        @Override
        protected GroupReadSupport getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
