package io.curlake.jobs.report.page;

import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.page.Html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A table that a click on a heading sorts. What is not shown, and the total, stay below.
 *
 * @param caption what the rows are
 */
public record Table<T>(String caption, List<Column<T>> columns) {

    /** How the cells of a column stand, and are compared. */
    public enum Kind {
        TEXT("text"),
        NUMBER("number");

        private final String style;

        Kind(String style) {
            this.style = style;
        }
    }

    /** A column; the first one names the row. */
    public record Column<T>(String heading, Kind kind, Function<T, Cell> cell) {}

    public static <T> Table<T> of(String caption) {
        return new Table<>(caption, List.of());
    }

    public Table<T> text(String heading, Function<T, Cell> cell) {
        return with(new Column<>(heading, Kind.TEXT, cell));
    }

    public Table<T> number(String heading, Function<T, Cell> cell) {
        return with(new Column<>(heading, Kind.NUMBER, cell));
    }

    private Table<T> with(Column<T> column) {
        List<Column<T>> more = new ArrayList<>(columns);
        more.add(column);
        return new Table<>(caption, more);
    }

    /** Without a total: what must not be added. */
    public Html of(List<T> rows) {
        return table(rows, List.of());
    }

    /**
     * With its rest and total below.
     *
     * @param others what the rest is called: "more accounts"
     */
    public Html of(Top<T> top, String others) {
        List<Html> below = new ArrayList<>();
        top.rest()
                .ifPresent(
                        rest -> below.add(row("rest", "and " + Numbers.count(top.more()) + " more " + others, rest)));
        below.add(row("total", "Total", top.total()));
        return table(top.shown(), below);
    }

    private Html table(List<T> rows, List<Html> below) {
        List<Html> headings = columns.stream().map(this::heading).toList();
        List<Html> body =
                rows.stream().map(row -> (Html) Html.of("tr", cells(row))).toList();
        Element table = Html.of("table")
                .and(Html.of("caption", caption))
                .and(Html.of("thead", Html.of("tr", Html.all(headings))))
                .and(Html.of("tbody", Html.all(body)));
        return Html.styled("div", "scroll", below.isEmpty() ? table : table.and(Html.of("tfoot", Html.all(below))))
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", caption);
    }

    private Html heading(Column<T> column) {
        return Html.styled(
                        "th",
                        column.kind.style,
                        Html.of("button", column.heading).with("type", "button"))
                .with("scope", "col")
                .with("aria-sort", "none");
    }

    private Html cells(T row) {
        List<Html> cells = new ArrayList<>();
        for (Column<T> column : columns) {
            Cell cell = column.cell.apply(row);
            Element element = Html.styled(cells.isEmpty() ? "th" : "td", column.kind.style, cell.shown())
                    .with("data-value", cell.value());
            cells.add(cells.isEmpty() ? element.with("scope", "row") : element);
        }
        return Html.all(cells);
    }

    /** Texts of single rows mean nothing in a sum. */
    private Html row(String style, String label, T row) {
        List<Html> cells = new ArrayList<>();
        cells.add(Html.of("th", label).with("scope", "row"));
        for (Column<T> column : columns.subList(1, columns.size())) {
            Cell cell = column.kind == Kind.NUMBER ? column.cell.apply(row) : Cell.EMPTY;
            cells.add(Html.styled("td", column.kind.style, cell.shown()).with("data-value", cell.value()));
        }
        return Html.styled("tr", style, Html.all(cells));
    }
}
