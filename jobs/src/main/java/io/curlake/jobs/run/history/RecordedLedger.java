package io.curlake.jobs.run.history;

import static org.apache.spark.sql.functions.sum;

import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.FileAmounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;

/**
 * What the tables say of the rows of a loaded delivery that are not in {@code line_item}.
 *
 * @param unconnected by file as recorded, corrected at the first file by what {@code unconnected_cost}, which knows no
 *     files, holds more or less in total
 */
public record RecordedLedger(LedgerSide unconnected, LedgerSide rejected) {
    public static RecordedLedger of(Warehouse warehouse, LoadedDelivery loaded) {
        RecordedSides recorded = RecordedSides.of(warehouse, loaded);
        List<FileAmounts> unconnected = new ArrayList<>(recorded.unconnected());
        unconnected.addAll(corrections(LedgerSide.of(unconnected), table(warehouse, loaded)));
        return new RecordedLedger(LedgerSide.of(unconnected), LedgerSide.of(recorded.rejected()));
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
                .map(row -> new FileAmounts(1, row.getString(0), RecordedSides.amounts(row, "unconnected_")))
                .toList());
    }
}
