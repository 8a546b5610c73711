package io.curlake.jobs.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The table {@code traffic_cost}: charges for bytes that move. */
public final class TrafficCost {
    /** A row is one of these. */
    public static final List<String> GRAIN = List.of(
            GoldColumns.DAY,
            "usage_account_id",
            "product_code",
            "traffic",
            "from_location",
            "to_location",
            "usage_type",
            "pricing_unit",
            "currency");

    public static final StructType SCHEMA = GoldColumns.schema(GRAIN, DailyCharges.AMOUNTS);

    private TrafficCost() {}

    /** @param charges {@link DailyCharges} */
    public static Dataset<Row> of(Dataset<Row> charges) {
        return GoldColumns.totals(
                charges.filter(isTraffic()).withColumn("traffic", traffic()), GRAIN, DailyCharges.AMOUNTS);
    }

    /**
     * Usage types of data transfer end so whatever their region's prefix; NAT gateways and load balancers charge bytes under
     * names of their own. Source: usage types of the AWS price list, 2026-11.
     */
    private static Column isTraffic() {
        Column type = col(DailyCharges.USAGE_TYPE);
        return col("service")
                .equalTo("AWSDataTransfer")
                .or(type.contains("DataTransfer"))
                .or(type.rlike("(-AWS-(In|Out)(-ABytes)?-Bytes|-AWS-(In|Out)-Bytes)"))
                .or(type.rlike("(NatGateway|VpcEndpoint|TransitGateway|LoadBalancing)[A-Za-z-]*-?Bytes"))
                .or(type.rlike("CloudFront-(In|Out)-Bytes"));
    }

    private static Column traffic() {
        Column type = col(DailyCharges.USAGE_TYPE);
        return when(type.rlike("(NatGateway|VpcEndpoint|TransitGateway|LoadBalancing)"), "processed")
                .when(type.contains("Regional-Bytes"), "between zones")
                .when(type.rlike("-AWS-(In|Out)"), "between regions")
                .when(type.contains("CloudFront"), "cdn")
                .when(type.contains("Out-Bytes"), "out")
                .when(type.contains("In-Bytes"), "in")
                .otherwise("other");
    }
}
