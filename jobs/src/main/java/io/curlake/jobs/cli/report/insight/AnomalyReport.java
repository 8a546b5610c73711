package io.curlake.jobs.cli.report.insight;

import static io.curlake.jobs.cli.report.insight.TableColumns.amount;
import static io.curlake.jobs.cli.report.insight.TableColumns.left;
import static io.curlake.jobs.cli.report.insight.TableColumns.money;
import static io.curlake.jobs.cli.report.insight.TableColumns.right;

import com.github.freva.asciitable.AsciiTable;
import io.curlake.jobs.cost.amount.SignedMoney;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;

/** Unusual days, those that differ most first, each with the usage type and the resource that changed most. */
public final class AnomalyReport {
    private static final Comparator<Row> LARGEST_FIRST =
            Comparator.comparing((Row row) -> difference(row).abs()).reversed();

    private AnomalyReport() {}

    public static String of(List<Row> rows) {
        if (rows.isEmpty()) {
            return "No day of this period is unusual.";
        }
        return AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                rows.stream().sorted(LARGEST_FIRST).toList(),
                List.of(
                        left("Day").with(row -> String.valueOf(row.<Object>getAs("usage_date"))),
                        left("Account").with(row -> row.getAs("usage_account_id")),
                        left("Service").with(row -> row.getAs("product_code")),
                        left("").with(row -> row.getAs("kind")),
                        right("Expected").with(row -> money(row, "expected_cost")),
                        right("Actual").with(row -> money(row, "actual_cost")),
                        right("Difference").with(row -> SignedMoney.of(difference(row))),
                        left("").with(row -> row.getAs("currency")),
                        left("Since").with(row -> String.valueOf(row.<Object>getAs("since"))),
                        left("Most of it").with(row -> most(row, "usage_types")),
                        left("By").with(row -> most(row, "resources"))));
    }

    private static BigDecimal difference(Row row) {
        return amount(row, "actual_cost").subtract(amount(row, "expected_cost"));
    }

    private static String most(Row row, String column) {
        List<Row> parts = row.getList(row.fieldIndex(column));
        return parts.isEmpty()
                ? ""
                : parts.get(0).<String>getAs("name") + " "
                        + SignedMoney.of(parts.get(0).getAs("change"));
    }
}
