package io.curlake.jobs.run.history;

import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.FileAmounts;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** The ledger of a load as it was recorded when the load was proved. */
public record RecordedSides(DeliveredAmounts delivered, List<FileAmounts> unconnected, List<FileAmounts> rejected) {
    public static RecordedSides of(Warehouse warehouse, LoadedDelivery loaded) {
        List<Row> rows = warehouse.tables().rows(TableName.RECONCILIATION, "load_id", Set.of(loaded.loadId()));
        Map<String, Integer> numbers = new HashMap<>();
        Map<Integer, Long> rowsOfFiles = new HashMap<>();
        for (LoadedDelivery.File file : loaded.files()) {
            numbers.put(file.key(), numbers.size() + 1);
            rowsOfFiles.put(numbers.size(), file.rows());
        }
        return new RecordedSides(
                new DeliveredAmounts(
                        side(rows, numbers, row -> amounts(row, "delivered_")),
                        side(rows, numbers, row -> new CostAmounts(0, costs(row, "double_loss_"))),
                        rowsOfFiles),
                side(rows, numbers, row -> amounts(row, "unconnected_")),
                side(rows, numbers, row -> amounts(row, "rejected_")));
    }

    private static List<FileAmounts> side(
            List<Row> rows, Map<String, Integer> numbers, Function<Row, CostAmounts> amounts) {
        return rows.stream()
                .map(row -> new FileAmounts(
                        numbers.getOrDefault(row.<String>getAs("file"), 0), row.getAs("currency"), amounts.apply(row)))
                .toList();
    }

    /** Rows and costs from the columns whose names begin so. */
    static CostAmounts amounts(Row row, String prefix) {
        return new CostAmounts(row.<Long>getAs(prefix + "rows"), costs(row, prefix));
    }

    private static List<BigDecimal> costs(Row row, String prefix) {
        return Arrays.stream(CostColumn.values())
                .map(c -> row.<BigDecimal>getAs(prefix + c.measure()))
                .toList();
    }
}
