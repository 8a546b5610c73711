package io.curlake.jobs.cli.report.insight;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.curlake.model.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Costs of teams as a CSV, amounts exact. */
public final class TeamCsv {
    private static final List<String> COLUMNS = List.of(
            "source",
            "billing_period",
            "usage_date",
            "team",
            "kind",
            "usage_account_id",
            "product_code",
            "currency",
            "unblended_cost",
            "net_amortized_cost");

    private TeamCsv() {}

    public static void write(Path file, List<Row> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(COLUMNS);
            for (Row row : rows) {
                csv.writeRecord(
                        COLUMNS.stream().map(column -> text(row.getAs(column))).toList());
            }
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof BigDecimal amount) {
            return Money.plain(amount);
        }
        return value == null ? "" : value.toString();
    }
}
