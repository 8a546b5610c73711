package io.curlake.jobs.run.history;

import static org.apache.spark.sql.functions.sum;

import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.FileAmounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * What the tables say of the rows of a loaded delivery that are not in {@code line_item}.
 *
 * @param unconnected by file as recorded, corrected at the first file by what {@code unconnected_cost}, which knows no
 *     files, holds more or less in total
 */
public record RecordedLedger(LedgerSide unconnected, LedgerSide rejected) {
    public static RecordedLedger of(Warehouse warehouse, LoadedDelivery loaded) {
        Map<String, Integer> numbers = new HashMap<>();
        loaded.files().forEach(file -> numbers.put(file.key(), numbers.size() + 1));
        List<FileAmounts> unconnected = new ArrayList<>();
        List<FileAmounts> rejected = new ArrayList<>();
        for (Row row : rows(warehouse, loaded)) {
            int file = numbers.getOrDefault(row.<String>getAs("file"), 0);
            unconnected.add(new FileAmounts(file, row.getAs("currency"), amounts(row, "unconnected_")));
            rejected.add(new FileAmounts(file, row.getAs("currency"), amounts(row, "rejected_")));
        }
        unconnected.addAll(corrections(LedgerSide.of(unconnected), table(warehouse, loaded)));
        return new RecordedLedger(LedgerSide.of(unconnected), LedgerSide.of(rejected));
    }

    /** What was delivered, as the ledger of the load recorded it. */
    public static DeliveredAmounts delivered(Warehouse warehouse, LoadedDelivery loaded) {
        Map<Integer, Long> rows = new HashMap<>();
        loaded.files().forEach(file -> rows.put(rows.size() + 1, file.rows()));
        return new DeliveredAmounts(side(warehouse, loaded, "delivered_"), List.of(), rows);
    }

    /** What was unconnected when the load was proved. */
    public static List<FileAmounts> unconnectedAsRecorded(Warehouse warehouse, LoadedDelivery loaded) {
        return side(warehouse, loaded, "unconnected_");
    }

    private static List<FileAmounts> side(Warehouse warehouse, LoadedDelivery loaded, String prefix) {
        Map<String, Integer> numbers = new HashMap<>();
        loaded.files().forEach(file -> numbers.put(file.key(), numbers.size() + 1));
        return rows(warehouse, loaded).stream()
                .map(row -> new FileAmounts(
                        numbers.getOrDefault(row.<String>getAs("file"), 0),
                        row.getAs("currency"),
                        amounts(row, prefix)))
                .toList();
    }

    private static List<Row> rows(Warehouse warehouse, LoadedDelivery loaded) {
        return warehouse.tables().rows(TableName.RECONCILIATION, "load_id", Set.of(loaded.loadId()));
    }

    private static List<FileAmounts> corrections(LedgerSide recorded, LedgerSide table) {
        List<FileAmounts> corrections = new ArrayList<>();
        recorded.byCurrency()
                .forEach((currency, amounts) -> corrections.add(new FileAmounts(
                        1,
                        currency,
                        table.byCurrency()
                                .getOrDefault(currency, CostAmounts.NONE)
                                .minus(amounts))));
        table.byCurrency().forEach((currency, amounts) -> {
            if (!recorded.byCurrency().containsKey(currency)) {
                corrections.add(new FileAmounts(1, currency, amounts));
            }
        });
        return corrections;
    }

    private static LedgerSide table(Warehouse warehouse, LoadedDelivery loaded) {
        Column[] sums = Arrays.stream(CostColumn.values())
                .map(c -> sum(c.measure()).cast("decimal(38,18)").as("unconnected_" + c.measure()))
                .toArray(Column[]::new);
        return LedgerSide.of(warehouse
                .tables()
                .readQuickly(TableName.UNCONNECTED_COST, loaded.partition())
                .groupBy("currency")
                .agg(sum("rows").as("unconnected_rows"), sums)
                .collectAsList()
                .stream()
                .map(row -> new FileAmounts(1, row.getString(0), amounts(row, "unconnected_")))
                .toList());
    }

    private static CostAmounts amounts(Row row, String prefix) {
        List<BigDecimal> amounts = Arrays.stream(CostColumn.values())
                .map(c -> row.<BigDecimal>getAs(prefix + c.measure()))
                .toList();
        return new CostAmounts(row.<Long>getAs(prefix + "rows"), amounts);
    }
}
