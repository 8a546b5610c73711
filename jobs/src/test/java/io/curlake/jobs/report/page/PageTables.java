package io.curlake.jobs.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of a page as a reader without a browser finds them: the sorted-by values of their cells. */
public record PageTables(String html) {
    private static final Pattern ROW = Pattern.compile("<tr(?: class=\"(\\w+)\")?>(.*?)</tr>");
    private static final Pattern CELL =
            Pattern.compile("<t[hd](?: class=\"\\w+\")?(?: data-value=\"([^\"]*)\")?[^>]*>(.*?)</t[hd]>");

    /** The first table of that caption. */
    private String table(String caption) {
        int begin = html.indexOf("<caption>" + caption + "</caption>");
        if (begin < 0) {
            throw new AssertionError("no table '" + caption + "'");
        }
        return html.substring(begin, html.indexOf("</table>", begin));
    }

    /** The values of a column of the body and, with its rest, of all that a total adds up. */
    public BigDecimal sum(String caption, int column) {
        return rows(caption, "").stream()
                .map(row -> new BigDecimal(row.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .add(rest(caption, column));
    }

    private BigDecimal rest(String caption, int column) {
        return rows(caption, "rest").stream()
                .map(row -> new BigDecimal(row.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal total(String caption, int column) {
        return new BigDecimal(rows(caption, "total").get(0).get(column));
    }

    /** The values of the cells of each row of that style. */
    public List<List<String>> rows(String caption, String style) {
        List<List<String>> rows = new ArrayList<>();
        String table = table(caption);
        Matcher row = ROW.matcher(table.substring(table.indexOf("<tbody>")));
        while (row.find()) {
            String found = row.group(1) == null ? "" : row.group(1);
            if (found.equals(style)) {
                List<String> cells = new ArrayList<>();
                Matcher cell = CELL.matcher(row.group(2));
                while (cell.find()) {
                    cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1));
                }
                rows.add(cells);
            }
        }
        return rows;
    }
}
