package io.curlake.jobs.lineitem;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.curlake.model.CostAmounts;
import io.curlake.model.FileAmounts;
import io.curlake.model.LineItemColumn;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows and exact cost sums by file and currency. Reads the cost columns and the currency only. */
public final class FileSums {
    private static final String CURRENCY = LineItemColumn.LINE_ITEM_CURRENCY_CODE.columnName();

    private FileSums() {}

    /** @param rows line items that know their file */
    public static List<FileAmounts> of(Dataset<Row> rows) {
        Column currency = Arrays.asList(rows.columns()).contains(CURRENCY) ? coalesce(col(CURRENCY), lit("")) : lit("");
        return rows
                .groupBy(col(Provenance.FILE), currency.as("currency"))
                .agg(count(lit(1)), CostSums.of(rows))
                .collectAsList()
                .stream()
                .map(row -> new FileAmounts(row.getInt(0), row.getString(1), amounts(row.getLong(2), row.getStruct(3))))
                .toList();
    }

    /** @param sums the struct of {@link CostSums} */
    public static CostAmounts amounts(long rows, Row sums) {
        List<BigDecimal> amounts =
                IntStream.range(0, sums.size()).mapToObj(sums::getDecimal).toList();
        return new CostAmounts(rows, amounts);
    }
}
