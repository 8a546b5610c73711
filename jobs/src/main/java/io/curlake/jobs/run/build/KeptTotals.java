package io.curlake.jobs.run.build;

import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.record.Stage;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/**
 * What the ledger says was kept of a load, by currency: rows, and those cost measures that are columns of the ledger.
 *
 * @param rows by currency
 * @param costs by currency
 */
record KeptTotals(Map<String, Long> rows, Map<String, Map<CostMeasure, BigDecimal>> costs) {
    static KeptTotals of(Warehouse warehouse, LoadedDelivery loaded, Net net) {
        Map<String, Long> rows = new TreeMap<>();
        Map<String, Map<CostMeasure, BigDecimal>> costs = new TreeMap<>();
        Map<CostMeasure, CostColumn> columns = columns(net);
        for (Row row : warehouse.tables().rows(TableName.RECONCILIATION, "load_id", Set.of(loaded.loadId()))) {
            String currency = row.getAs("currency");
            rows.merge(currency, row.<Long>getAs("kept_rows"), Long::sum);
            Map<CostMeasure, BigDecimal> ofCurrency =
                    costs.computeIfAbsent(currency, c -> new EnumMap<>(CostMeasure.class));
            columns.forEach((measure, column) ->
                    ofCurrency.merge(measure, row.getAs("kept_" + column.measure()), BigDecimal::add));
        }
        rows.values().removeIf(count -> count == 0);
        costs.keySet().retainAll(rows.keySet());
        return new KeptTotals(rows, costs);
    }

    /** What was proved of a period, for the log. */
    Stage stage(Partition partition) {
        Stage stage = Stage.of("build", "proved")
                .of(partition)
                .rows(rows.values().stream().mapToLong(Long::longValue).sum());
        for (Map.Entry<String, Map<CostMeasure, BigDecimal>> ofCurrency : costs.entrySet()) {
            for (Map.Entry<CostMeasure, BigDecimal> cost : ofCurrency.getValue().entrySet()) {
                stage = stage.sum(cost.getKey().columnName(), ofCurrency.getKey(), cost.getValue());
            }
        }
        return stage;
    }

    private static Map<CostMeasure, CostColumn> columns(Net net) {
        Map<CostMeasure, CostColumn> columns = new EnumMap<>(CostMeasure.class);
        columns.put(CostMeasure.UNBLENDED, CostColumn.UNBLENDED);
        columns.put(CostMeasure.BLENDED, CostColumn.BLENDED);
        columns.put(CostMeasure.LIST, CostColumn.PUBLIC_ON_DEMAND);
        columns.put(
                CostMeasure.NET_UNBLENDED,
                switch (net) {
                    case DELIVERED -> CostColumn.NET_UNBLENDED;
                    case ABSENT -> CostColumn.UNBLENDED;
                });
        return columns;
    }
}
