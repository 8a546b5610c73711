package io.curlake.notebook;

import java.math.BigDecimal;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.rapaio.jupyter.kernel.display.DisplayData;

/**
 * What a cell shows: make it the cell's last expression, without a semicolon. Amounts are rounded to cents for the eye only;
 * the exact decimal is under the mouse pointer, and in the plain text of the output.
 */
public final class Show {
    private Show() {}

    /**
     * Rows as a table. Columns named {@code …percent} get a percent sign.
     *
     * @param bars the columns of numbers that also get a bar behind each, as long as its share of the largest, or as
     *     its percentage
     */
    public static DisplayData table(Dataset<Row> rows, String... bars) {
        return HtmlTable.of(rows, bars).display();
    }

    /** One amount that matters, in large digits. */
    public static DisplayData figure(String label, BigDecimal amount, String currency) {
        return Figure.of(label, amount, currency).display();
    }

    /**
     * Stacked columns.
     *
     * @param rows three columns: where on the horizontal axis, which part of the column, how much. Parts beyond the seven
     *     largest become {@code other}
     */
    public static DisplayData columns(String title, String unit, Dataset<Row> rows) {
        return columns(title, unit, Points.of(rows));
    }

    static DisplayData columns(String title, String unit, Points points) {
        return points.isEmpty() ? Picture.nothing(title) : Picture.of(title, Chart.columns(title, unit, points));
    }

    /**
     * Lines over days.
     *
     * @param rows three columns: a date, which line, how much. Lines beyond the seven largest become {@code other}
     */
    public static DisplayData lines(String title, String unit, Dataset<Row> rows) {
        return lines(title, unit, Points.of(rows));
    }

    static DisplayData lines(String title, String unit, Points points) {
        return points.isEmpty() ? Picture.nothing(title) : Picture.of(title, Chart.lines(title, unit, points));
    }
}
