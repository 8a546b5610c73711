package io.curlake.jobs.gold.focus.value;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.crc32;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.pmod;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.spark.sql.Column;

/**
 * What is known of a key. Spark searches a map from end to end for every row; here a hash says in which of many small maps
 * to search.
 */
public final class Lookup {
    private Lookup() {}

    /** The value of a key; NULL of keys that are not known. Values are constants of one type. */
    public static Column of(Column key, Map<String, Column> values) {
        if (values.isEmpty()) {
            return lit(null).cast("string");
        }
        int size = values.size();
        List<List<Column>> buckets = IntStream.range(0, size)
                .<List<Column>>mapToObj(i -> new ArrayList<>())
                .toList();
        values.forEach((known, value) -> Collections.addAll(buckets.get(bucket(known, size)), lit(known), value));
        // An array wants maps of one type: an empty one gets a key that nothing has.
        Column any = values.values().iterator().next();
        buckets.stream().filter(List::isEmpty).forEach(bucket -> Collections.addAll(bucket, lit("\0"), any));
        Column[] maps = buckets.stream()
                .map(bucket -> map(bucket.toArray(Column[]::new)))
                .toArray(Column[]::new);
        return element_at(
                get(
                        array(maps),
                        pmod(crc32(key.cast("binary")), lit((long) size)).cast("int")),
                key);
    }

    private static int bucket(String key, int size) {
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % size);
    }
}
