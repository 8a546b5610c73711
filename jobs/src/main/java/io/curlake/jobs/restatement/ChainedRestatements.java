package io.curlake.jobs.restatement;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;

import io.curlake.model.CostColumn;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The restatements of several deliveries in a row, as one from the first to the last. What changed and changed back is
 * left out. A key that changed more than once has the cause of its largest change of unblended cost.
 */
public final class ChainedRestatements {
    private static final String RESTATED_AT = "restated_at";

    private ChainedRestatements() {}

    /**
     * Joins the links of a chain.
     *
     * @param links rows of {@code restatement}, each delivery's but the first
     * @param pair the ends
     * @return the columns of {@code restatement}, without the partition columns
     */
    public static Dataset<Row> of(Dataset<Row> links, DeliveryPair pair) {
        Column when = col(RESTATED_AT);
        List<Column> ends = new ArrayList<>();
        names("before").forEach(name -> ends.add(min_by(col(name), when).as(name)));
        names("after").forEach(name -> ends.add(max_by(col(name), when).as(name)));
        ends.add(max("tags_changed").as("tags_changed"));
        Column cause = max_by(col("cause"), struct(abs(RestatementColumns.difference(CostColumn.UNBLENDED)), when))
                .as("cause");
        return links.groupBy(RestatementColumns.columns(RestatementColumns.KEY))
                .agg(cause, ends.toArray(Column[]::new))
                .filter(RestatementColumns.hasOtherCost().or(col("tags_changed")))
                .withColumn("delivery_before", lit(pair.before()))
                .withColumn("delivery_after", lit(pair.after()))
                .withColumn(RESTATED_AT, lit(Timestamp.from(pair.restatedAt())))
                .select(RestatementColumns.columns(List.of(RestatementColumns.ALL.fieldNames())));
    }

    private static Stream<String> names(String side) {
        return Stream.concat(
                Stream.of("rows_" + side),
                Arrays.stream(CostColumn.values()).map(column -> side + "_" + column.measure()));
    }
}
