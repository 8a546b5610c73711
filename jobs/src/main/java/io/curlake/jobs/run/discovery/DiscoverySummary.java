package io.curlake.jobs.run.discovery;

import io.curlake.jobs.discovery.history.Look;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * What came of a run.
 *
 * @param outcomes rows of {@code discovery_run}
 * @param resources how many resources of each type: resource_type, active, count
 * @param costs what of the cost has a resource, and of the resources a cost: match, explanation, currency, rows, cost
 * @param findings rows of {@code recommendation}
 */
public record DiscoverySummary(
        Look look, List<Row> outcomes, List<Row> resources, List<Row> costs, List<Row> findings, double seconds) {
    static DiscoverySummary of(Warehouse warehouse, Look look, List<Row> outcomes, double seconds) {
        return new DiscoverySummary(
                look,
                outcomes,
                warehouse
                        .tables()
                        .read(TableName.RESOURCE)
                        .groupBy("resource_type", "active")
                        .count()
                        .orderBy("resource_type", "active")
                        .collectAsList(),
                warehouse
                        .tables()
                        .read(TableName.RESOURCE_COST)
                        .selectExpr("match", "explanation", "currency", "net_amortized_cost")
                        .groupBy("match", "explanation", "currency")
                        .agg(java.util.Map.of("net_amortized_cost", "sum", "match", "count"))
                        .collectAsList(),
                warehouse.tables().rows(TableName.RECOMMENDATION),
                seconds);
    }
}
