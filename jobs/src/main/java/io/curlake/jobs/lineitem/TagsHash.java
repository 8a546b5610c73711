package io.curlake.jobs.lineitem;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.shiftrightunsigned;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.curlake.model.LineItemColumn;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A number of 64 bits that stands for the resource tags and cost categories of line items: of a row the exclusive-or of
 * its entries, of many rows the sum of their numbers modulo 2^64, so that the order of neither matters. Two definitions
 * of the same number: one on values for scans of column batches, one as Spark expressions for everything else.
 */
public final class TagsHash {
    /** The columns that are hashed; an entry counts as another one in another column. */
    public static final List<LineItemColumn> COLUMNS =
            List.of(LineItemColumn.RESOURCE_TAGS, LineItemColumn.COST_CATEGORY, LineItemColumn.TAGS);

    /** The seed of Spark's {@code xxhash64}. */
    private static final long SEED = 42;

    private static final long LOW_BITS = 0xFFFFFFFFL;

    private TagsHash() {}

    /** Of a key or a value. */
    public static long ofText(UTF8String text) {
        return XXH64.hashUnsafeBytes(text.getBaseObject(), text.getBaseOffset(), text.numBytes(), SEED);
    }

    /** Of a value that is absent. */
    public static long ofNothing() {
        return SEED;
    }

    /** What every entry of a column begins with; columns are counted in the order of {@link #COLUMNS}. */
    public static long ofColumn(int column) {
        return XXH64.hashLong(column, SEED);
    }

    /** Of an entry, from what {@link #ofColumn} and {@link #ofText} give. */
    public static long ofEntry(long column, long key, long value) {
        return XXH64.hashLong(value, XXH64.hashLong(key, column));
    }

    /** Of a row, as a Spark expression. */
    static Column ofRow(Set<String> present) {
        Column hash = lit(0L);
        for (int i = 0; i < COLUMNS.size(); i++) {
            String name = COLUMNS.get(i).columnName();
            if (present.contains(name)) {
                hash = hash.bitwiseXOR(ofMap(i, col(name)));
            }
        }
        return hash;
    }

    /** The first of two aggregates of row hashes that {@link #ofGroup} puts together; sums of longs may not overflow. */
    static Column lowSum(Column rowHash) {
        return sum(rowHash.bitwiseAND(lit(LOW_BITS)));
    }

    /** The second. */
    static Column highSum(Column rowHash) {
        return sum(shiftrightunsigned(rowHash, 32));
    }

    /** Of many rows. */
    static Column ofGroup(Column lowSum, Column highSum) {
        Column high = highSum.plus(shiftrightunsigned(lowSum, 32));
        return shiftleft(high, 32).bitwiseOR(lowSum.bitwiseAND(lit(LOW_BITS)));
    }

    private static Column ofMap(int column, Column map) {
        Column entries = aggregate(
                map_entries(map),
                lit(0L),
                (hash, entry) -> hash.bitwiseXOR(xxhash64(
                        lit((long) column).cast(DataTypes.LongType),
                        xxhash64(entry.getField("key")),
                        xxhash64(entry.getField("value")))));
        return coalesce(entries, lit(0L));
    }
}
