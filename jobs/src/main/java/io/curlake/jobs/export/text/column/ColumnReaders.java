package io.curlake.jobs.export.text.column;

import io.curlake.jobs.export.TargetColumn;
import io.curlake.jobs.export.text.TextDialect;
import io.curlake.model.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** The readers of the columns of one file. Fields that mean the same column are tried in file order. */
public final class ColumnReaders {
    private final Map<TargetColumn, List<Integer>> fields = new LinkedHashMap<>();

    public ColumnReaders(List<String> header, TextDialect dialect) {
        for (int field = 0; field < header.size(); field++) {
            fields.computeIfAbsent(dialect.target(header.get(field)), target -> new ArrayList<>())
                    .add(field);
        }
    }

    /** The columns that the file has a field for. */
    public List<String> columns() {
        return fields.keySet().stream().map(TargetColumn::column).distinct().toList();
    }

    /** The reader of a column; where the file lacks the column, of what stands for nothing. */
    public ColumnReader reader(String column) {
        ColumnType type = new TargetColumn(column, null).type();
        int[] whole = fields(new TargetColumn(column, null));
        List<KeyedMapReader.Key> keys = keys(column, type);
        if (whole.length == 0 && keys.isEmpty()) {
            @Nullable Object absent = AbsentValue.of(type);
            return (record, complaint) -> absent;
        }
        return keys.isEmpty() ? reader(column, type, whole) : new KeyedMapReader(keys);
    }

    private static ColumnReader reader(String column, ColumnType type, int[] fields) {
        return switch (type) {
            case STRING -> strings(fields);
            case DOUBLE -> new DoubleReader(column, fields);
            case TIMESTAMP -> new TimestampReader(column, fields);
            case STRING_MAP -> new JsonMapReader(column, fields, JsonMapText::string);
            case DOUBLE_MAP -> new JsonMapReader(column, fields, JsonMapText::number);
        };
    }

    private static ColumnReader strings(int[] fields) {
        RecentValues<UTF8String> texts = new RecentValues<>(UTF8String::fromBytes);
        return (record, complaint) -> {
            int field = record.firstFilled(fields);
            return field < 0 ? UTF8String.EMPTY_UTF8 : texts.of(record, field);
        };
    }

    private List<KeyedMapReader.Key> keys(String column, ColumnType type) {
        return fields.keySet().stream()
                .filter(target -> target.column().equals(column) && target.key() != null)
                .map(target -> key(target, type))
                .toList();
    }

    private KeyedMapReader.Key key(TargetColumn target, ColumnType type) {
        int[] candidates = fields(target);
        String shown = target.column() + "['" + target.key() + "']";
        ColumnReader value = type == ColumnType.DOUBLE_MAP ? new DoubleReader(shown, candidates) : strings(candidates);
        return new KeyedMapReader.Key(UTF8String.fromString(target.key()), candidates, value);
    }

    private int[] fields(TargetColumn target) {
        return fields.getOrDefault(target, List.of()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
