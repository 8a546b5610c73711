package io.curlake.jobs.table.scan;

import io.curlake.jobs.lineitem.scan.group.Groups;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/** The groups of many files as one dataset; an organization may have millions, of which no machine sees all. */
public final class MergedGroups {
    private static final int GROUPS_OF_A_SLICE = 200_000;

    private MergedGroups() {}

    /**
     * Merges slice by slice of the keys.
     *
     * @param files the groups of each file
     * @param groups how many they are together
     * @param columns of the rows of groups
     */
    public static <G extends Groups<G>> Dataset<Row> of(
            SparkSession spark, JavaRDD<G> files, long groups, StructType columns) {
        int slices = (int) (1 + groups / GROUPS_OF_A_SLICE);
        JavaRDD<Row> rows = files.flatMapToPair(file -> sliced(file, slices))
                .reduceByKey((one, other) -> one.merge(other), slices)
                .flatMap(slice -> slice._2().rows());
        return spark.createDataFrame(rows, columns);
    }

    private static <G extends Groups<G>> Iterator<Tuple2<Integer, G>> sliced(G groups, int slices) {
        List<G> parts = slices == 1 ? List.of(groups) : groups.split(slices);
        return IntStream.range(0, slices)
                .mapToObj(slice -> new Tuple2<>(slice, parts.get(slice)))
                .iterator();
    }
}
