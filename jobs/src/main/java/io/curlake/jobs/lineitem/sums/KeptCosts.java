package io.curlake.jobs.lineitem.sums;

import io.curlake.jobs.lineitem.scan.sum.CostGroups;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The cost of what of a delivery is kept, by {@link io.curlake.jobs.lineitem.CostGrain}: as rows, or as the groups of each file. */
public interface KeptCosts {
    /** The columns of {@link io.curlake.jobs.lineitem.CostGrain}. */
    Dataset<Row> costs();

    JavaRDD<CostGroups> groups();

    /** How many the groups of all files are together. */
    long size();
}
