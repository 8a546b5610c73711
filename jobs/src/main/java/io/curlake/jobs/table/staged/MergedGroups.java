package io.curlake.jobs.table.staged;

import io.curlake.jobs.lineitem.CostGrain;
import io.curlake.jobs.lineitem.scan.sum.CostGroups;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** The groups of many files as one dataset; an organization may have millions, of which no machine sees all. */
final class MergedGroups {
    private static final int GROUPS_OF_A_SLICE = 200_000;

    private MergedGroups() {}

    /**
     * Merges slice by slice of the grain.
     *
     * @param files the groups of each file
     * @param groups how many they are together
     */
    static Dataset<Row> of(SparkSession spark, JavaRDD<CostGroups> files, long groups) {
        int slices = (int) (1 + groups / GROUPS_OF_A_SLICE);
        JavaRDD<Row> rows = files.flatMapToPair(file -> sliced(file, slices))
                .reduceByKey(CostGroups::merge, slices)
                .flatMap(slice -> slice._2().rows());
        return spark.createDataFrame(rows, CostGrain.COLUMNS);
    }

    private static Iterator<Tuple2<Integer, CostGroups>> sliced(CostGroups groups, int slices) {
        List<CostGroups> parts = slices == 1 ? List.of(groups) : groups.split(slices);
        return IntStream.range(0, slices)
                .mapToObj(slice -> new Tuple2<>(slice, parts.get(slice)))
                .iterator();
    }
}
