package io.curlake.jobs.gold.focus.value;

import static org.apache.spark.sql.functions.crc32;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What is known of a key. Spark searches a map from end to end for every row; here a hash says in which of many small maps
 * to search.
 */
public final class Lookup {
    private static final DataType MAPS =
            DataTypes.createArrayType(DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType));

    private Lookup() {}

    /** The value of a key; NULL of keys that are not known. */
    public static Column of(Column key, Map<String, String> values) {
        int size = Math.max(1, values.size());
        Map<Integer, Map<UTF8String, UTF8String>> byBucket = new HashMap<>();
        values.forEach((known, value) -> byBucket.computeIfAbsent(bucket(known, size), bucket -> new HashMap<>())
                .put(UTF8String.fromString(known), UTF8String.fromString(value)));
        Object[] maps = IntStream.range(0, size)
                .mapToObj(bucket -> map(byBucket.getOrDefault(bucket, Map.of())))
                .toArray();
        Column buckets = ExpressionUtils.column(new Literal(new GenericArrayData(maps), MAPS));
        Column bucket = pmod(crc32(key.cast("binary")), lit((long) size)).cast("int");
        return element_at(get(buckets, bucket), key);
    }

    private static MapData map(Map<UTF8String, UTF8String> map) {
        return new ArrayBasedMapData(
                new GenericArrayData(map.keySet().toArray()),
                new GenericArrayData(map.values().toArray()));
    }

    private static int bucket(String key, int size) {
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % size);
    }
}
