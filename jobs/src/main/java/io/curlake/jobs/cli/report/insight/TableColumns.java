package io.curlake.jobs.cli.report.insight;

import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.cli.report.LoadReport;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Columns of text tables, and how values are written in them. */
public final class TableColumns {
    private TableColumns() {}

    public static Column left(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }

    public static Column right(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }

    /** '' where there is none. */
    public static String money(Row row, String column) {
        @Nullable BigDecimal amount = row.getAs(column);
        return amount == null ? "" : LoadReport.money(amount);
    }

    /** '' where there is none. */
    public static String percent(Row row, String column) {
        @Nullable BigDecimal share = row.getAs(column);
        return share == null
                ? ""
                : String.format(Locale.ROOT, "%,.1f %%", share.movePointRight(2).setScale(1, RoundingMode.HALF_UP));
    }

    public static BigDecimal amount(Row row, String column) {
        @Nullable BigDecimal amount = row.getAs(column);
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
