package io.curlake.jobs.gold.focus.value;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;

/**
 * Makes Spark compile the columns of a wide select into many small methods. Fused with what is below, sixty columns become
 * one method larger than HotSpot compiles, which is then interpreted: half as fast. Spark does not fuse a select that has a
 * function which it has no code for.
 */
public final class SmallMethods {
    private SmallMethods() {}

    /** The same column; one of a select is enough, and best the cheapest. */
    public static Column with(Column column) {
        return get(transform(array(column), same -> same), lit(0));
    }
}
