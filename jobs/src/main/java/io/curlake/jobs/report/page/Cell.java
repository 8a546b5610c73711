package io.curlake.jobs.report.page;

import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What stands in a cell of a table.
 *
 * @param value what the cell is sorted by, and what of it is exact; '' for a cell that is sorted last
 */
public record Cell(Html shown, String value) {
    public static final Cell EMPTY = new Cell(Html.none(), "");
    public static final Cell NONE = new Cell(Html.text("–"), "");

    public static Cell text(String text) {
        return new Cell(Html.text(text), text);
    }

    /** A name with its id below it. */
    public static Cell named(String name, String id) {
        return name.isEmpty()
                ? text(id)
                : new Cell(
                        Html.all(java.util.List.of(Html.text(name), Html.styled("span", "id", Html.text(id)))), name);
    }

    public static Cell money(BigDecimal amount) {
        return new Cell(Html.text(Numbers.money(amount)), Money.plain(amount));
    }

    public static Cell money(Optional<BigDecimal> amount) {
        return amount.map(Cell::money).orElse(NONE);
    }

    public static Cell signed(BigDecimal amount) {
        return new Cell(Html.text(Numbers.signed(amount)), Money.plain(amount));
    }

    /** All digits. */
    public static Cell exact(BigDecimal amount) {
        return new Cell(Html.text(Numbers.exact(amount)), Money.plain(amount));
    }

    public static Cell count(long number) {
        return new Cell(Html.text(Numbers.count(number)), Long.toString(number));
    }

    public static Cell percent(BigDecimal part, BigDecimal whole) {
        return Numbers.percent(part, whole).map(Cell::percent).orElse(NONE);
    }

    public static Cell change(BigDecimal before, BigDecimal now) {
        return Numbers.change(before, now).map(Cell::percent).orElse(NONE);
    }

    private static Cell percent(String shown) {
        return new Cell(Html.text(shown), shown.replaceAll("[^0-9.−]", "").replace('−', '-'));
    }
}
