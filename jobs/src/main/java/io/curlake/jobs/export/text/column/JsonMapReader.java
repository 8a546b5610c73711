package io.curlake.jobs.export.text.column;

import io.curlake.jobs.export.text.CsvRecord;
import org.apache.spark.sql.catalyst.util.MapData;

/** Reads a map written as JSON text. */
final class JsonMapReader implements ColumnReader {
    private final String column;
    private final int[] fields;
    private final RecentValues<MapData> maps;

    JsonMapReader(String column, int[] fields, JsonMapText.Value value) {
        this.column = column;
        this.fields = fields;
        this.maps = new RecentValues<>(text -> JsonMapText.parse(text, value));
    }

    @Override
    public Object read(CsvRecord record, Complaint complaint) {
        int field = record.firstFilled(fields);
        if (field < 0) {
            return AbsentValue.NO_KEYS;
        }
        MapData map = maps.of(record, field);
        if (map == null) {
            complaint.about(field, column, record.text(field), "map");
            return AbsentValue.NO_KEYS;
        }
        return map;
    }
}
