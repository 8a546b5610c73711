package io.curlake.jobs.table.schema;

import org.apache.spark.sql.types.StructType;

/** The columns of what is worked out from daily costs: forecasts, anomalies, budgets, costs of teams. */
public final class InsightSchemas {
    private static final String ORIGIN = ", delivery_id STRING, load_id STRING, source STRING, billing_period STRING";

    public static final StructType FORECAST = schema("scope STRING, usage_account_id STRING, product_code STRING,"
            + " currency STRING, as_of DATE, basis STRING, actual_cost DECIMAL(38,18),"
            + " expected_one_off_cost DECIMAL(38,18), forecast_cost DECIMAL(38,18), low_cost DECIMAL(38,18),"
            + " high_cost DECIMAL(38,18), backtest_day INT, backtest_months INT, backtest_error DECIMAL(18,6),"
            + " backtest_inside INT");

    public static final StructType ANOMALY = schema("usage_date DATE, usage_account_id STRING, product_code STRING,"
            + " currency STRING, kind STRING, since DATE, expected_cost DECIMAL(38,18), actual_cost DECIMAL(38,18),"
            + " score DECIMAL(18,6),"
            + " usage_types ARRAY<STRUCT<name: STRING, cost: DECIMAL(38,18), change: DECIMAL(38,18)>>,"
            + " resources ARRAY<STRUCT<name: STRING, cost: DECIMAL(38,18), change: DECIMAL(38,18)>>");

    public static final StructType BUDGET_STATUS = schema("name STRING, period STRING, currency STRING, as_of DATE,"
            + " amount DECIMAL(38,18), actual_cost DECIMAL(38,18), forecast_cost DECIMAL(38,18),"
            + " share DECIMAL(18,6), forecast_share DECIMAL(18,6), state STRING");

    public static final StructType TEAM_COST = schema("usage_date DATE, team STRING, kind STRING,"
            + " usage_account_id STRING, product_code STRING, currency STRING, unblended_cost DECIMAL(38,18),"
            + " net_amortized_cost DECIMAL(38,18)");

    private InsightSchemas() {}

    private static StructType schema(String columns) {
        return StructType.fromDDL(columns + ORIGIN);
    }
}
