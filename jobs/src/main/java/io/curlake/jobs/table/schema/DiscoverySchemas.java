package io.curlake.jobs.table.schema;

import org.apache.spark.sql.types.StructType;

/** The columns of what discovery writes: resources, their history and cost, what a run could see, findings. */
public final class DiscoverySchemas {
    private static final String KEY = "account_id STRING, region STRING, resource_id STRING, resource_type STRING,";
    private static final String LOOK =
            " name STRING, state STRING, tags MAP<STRING, STRING>," + " attributes MAP<STRING, STRING>,";

    public static final StructType RESOURCE = StructType.fromDDL(KEY
            + LOOK
            + " created TIMESTAMP, metrics MAP<STRING, DOUBLE>, aliases ARRAY<STRING>, active BOOLEAN,"
            + " first_seen TIMESTAMP, last_seen TIMESTAMP, changed_at TIMESTAMP, ended_at TIMESTAMP, run_id STRING");

    public static final StructType RESOURCE_CHANGE =
            StructType.fromDDL(KEY + LOOK + " change STRING, changed ARRAY<STRING>, seen_at TIMESTAMP, run_id STRING");

    public static final StructType RESOURCE_COST = StructType.fromDDL(KEY
            + " name STRING, match STRING, explanation STRING, source STRING, product_code STRING, currency STRING,"
            + " net_amortized_cost DECIMAL(38,18), days INT, window_from DATE, window_to DATE, run_id STRING");

    public static final StructType DISCOVERY_RUN = StructType.fromDDL("account_id STRING, region STRING,"
            + " resource_type STRING, outcome STRING, found BIGINT, began TIMESTAMP, took_ms BIGINT, action STRING,"
            + " resource STRING, statement STRING, message STRING, run_began TIMESTAMP, run_id STRING");

    public static final StructType RECOMMENDATION = StructType.fromDDL("rule STRING," + KEY
            + " name STRING, reason STRING, evidence MAP<STRING, STRING>, saving DECIMAL(38,18), currency STRING,"
            + " saving_basis STRING, confidence STRING, how_to_check STRING, source STRING, window_from DATE,"
            + " window_to DATE, first_found TIMESTAMP, run_id STRING");

    private DiscoverySchemas() {}
}
