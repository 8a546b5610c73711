package io.curlake.jobs.run.reconnection;

import static org.apache.spark.sql.functions.sum;

import io.curlake.jobs.lineitem.FileSums;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.FileAmounts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What a whole delivery holds of each usage account, from its groups in the table {@code delivered_cost}. */
public record AccountSums(List<Sum> sums) {
    /** Stands for all files of a delivery. */
    private static final int ALL_FILES = 0;

    record Sum(AccountAndType counted, String currency, CostAmounts amounts) {}

    /** Sums the groups; one Spark job. */
    static AccountSums of(Dataset<Row> costs) {
        Column measures = functions.struct(Arrays.stream(CostColumn.values())
                .map(column -> sum(column.measure()).cast("decimal(38,18)"))
                .toArray(Column[]::new));
        return new AccountSums(
                costs
                        .groupBy("usage_account_id", "line_item_type", "currency")
                        .agg(sum("rows"), measures)
                        .collectAsList()
                        .stream()
                        .map(row -> new Sum(
                                new AccountAndType(row.getString(0), row.getString(1)),
                                row.getString(2),
                                FileSums.amounts(row.getLong(3), row.getStruct(4))))
                        .toList());
    }

    /** The usage accounts that have a line item; the empty one too. */
    Stream<String> accounts() {
        return sums.stream().map(sum -> sum.counted().account()).distinct();
    }

    /** The rows of some accounts. */
    Map<AccountAndType, Long> rows(Predicate<String> accounts) {
        Map<AccountAndType, Long> rows = new HashMap<>();
        sums.stream()
                .filter(sum -> accounts.test(sum.counted().account()))
                .forEach(sum -> rows.merge(sum.counted(), sum.amounts().rows(), Long::sum));
        return rows;
    }

    /** The rows and costs of some accounts by currency. */
    LedgerSide amounts(Predicate<String> accounts) {
        return LedgerSide.of(sums.stream()
                .filter(sum -> accounts.test(sum.counted().account()))
                .map(sum -> new FileAmounts(ALL_FILES, sum.currency(), sum.amounts()))
                .toList());
    }

    /** Sums of files as {@link #amounts} gives them. */
    static LedgerSide ofAllFiles(List<FileAmounts> files) {
        return LedgerSide.of(files.stream()
                .map(file -> new FileAmounts(ALL_FILES, file.currency(), file.amounts()))
                .toList());
    }
}
