package io.curlake.notebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.rapaio.jupyter.kernel.display.DisplayData;

/**
 * Rows as HTML: texts left, numbers right with their digits below each other.
 *
 * @param rows those that are shown
 * @param more whether there are others: no table is cut short in silence
 * @param largest of each column that gets bars; at least 100 of a percentage
 */
record HtmlTable(StructType columns, List<Row> rows, boolean more, Map<String, BigDecimal> largest) {
    private static final int MOST = 100;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final String STYLE = "border-collapse:collapse;font-size:13px;line-height:1.35;margin:6px 0;"
            + "font-variant-numeric:tabular-nums;color:#1f2933;background:#fff";
    private static final String CELL = "padding:4px 14px 4px 6px;border-bottom:1px solid #e4e7eb;max-width:460px;"
            + "vertical-align:top;white-space:normal;";
    private static final String HEAD = CELL + "border-bottom:2px solid #9aa5b1;font-weight:600;vertical-align:bottom;";

    static HtmlTable of(Dataset<Row> data, String... bars) {
        return of(data.schema(), data.takeAsList(MOST + 1), bars);
    }

    /** @param first one more than are shown, where there are more */
    static HtmlTable of(StructType columns, List<Row> first, String... bars) {
        List<Row> shown = first.subList(0, Math.min(MOST, first.size()));
        Map<String, BigDecimal> largest = new HashMap<>();
        for (String column : bars) {
            largest.put(column, column.endsWith("percent") ? HUNDRED : BigDecimal.ZERO);
            shown.forEach(row -> largest.merge(column, size(row.get(columns.fieldIndex(column))), BigDecimal::max));
        }
        return new HtmlTable(columns, shown, first.size() > MOST, largest);
    }

    DisplayData display() {
        DisplayData display = DisplayData.fromHtml(html());
        display.putText(text());
        return display;
    }

    private String html() {
        if (rows.isEmpty()) {
            return "<p><em>No rows.</em></p>";
        }
        StringBuilder html = new StringBuilder("<table style=\"" + STYLE + "\"><thead><tr>");
        for (StructField column : columns.fields()) {
            html.append("<th style=\"" + HEAD + side(column) + "\">")
                    .append(Cell.escaped(column.name().replace('_', ' ')))
                    .append("</th>");
        }
        html.append("</tr></thead><tbody>");
        for (Row row : rows) {
            html.append("<tr style=\"background:#fff\">");
            cells(row).forEach(cell -> html.append(html(cell)));
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        return html.append(more ? "<p><em>The first " + MOST + " rows; there are more.</em></p>" : "")
                .toString();
    }

    private String html(Cell cell) {
        String style = CELL + side(columns.apply(cell.column())) + (cell.isNumber() ? "white-space:nowrap;" : "");
        return "<td style=\"" + style + bar(cell) + "\" title=\"" + Cell.escaped(cell.plain()) + "\">"
                + Cell.escaped(cell.shown()) + "</td>";
    }

    private String bar(Cell cell) {
        BigDecimal most = largest.getOrDefault(cell.column(), BigDecimal.ZERO);
        if (most.signum() == 0) {
            return "";
        }
        String length = size(cell.value())
                .multiply(HUNDRED)
                .divide(most, 1, RoundingMode.HALF_UP)
                .toPlainString();
        return "min-width:150px;background:linear-gradient(to left,#cfe3f5 " + length + "%,transparent " + length
                + "%);";
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.join("\t", columns.fieldNames()));
        rows.forEach(row -> lines.add(cells(row).stream().map(Cell::plain).collect(Collectors.joining("\t"))));
        if (more) {
            lines.add("… there are more rows");
        }
        return String.join("\n", lines);
    }

    private List<Cell> cells(Row row) {
        return Arrays.stream(columns.fieldNames())
                .map(column -> new Cell(column, row.get(columns.fieldIndex(column))))
                .toList();
    }

    private static String side(StructField column) {
        return column.dataType() instanceof NumericType ? "text-align:right;" : "text-align:left;";
    }

    private static BigDecimal size(@Nullable Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()).abs() : BigDecimal.ZERO;
    }
}
