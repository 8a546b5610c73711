package io.curlake.jobs.report.page;

import io.curlake.jobs.report.Book;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * What the days of a book's month are called.
 *
 * @param until the last whole day; a day before the month where none is whole
 */
public record Span(YearMonth month, LocalDate until) {
    public static Span of(Book book) {
        YearMonth month = book.period().month();
        return new Span(month, book.spend().asOf().orElse(month.atDay(1).minusDays(1)));
    }

    public boolean isWhole() {
        return until.equals(month.atEndOfMonth());
    }

    public boolean hasDays() {
        return !until.isBefore(month.atDay(1));
    }

    /** "October 2026 so far". */
    public String title() {
        return Numbers.month(month) + (isWhole() ? "" : " so far");
    }

    /** "Oct so far". */
    public String soFar() {
        return name(month) + (isWhole() ? "" : " so far");
    }

    /** "1–20 Oct". */
    public String days() {
        return days(month, until.getDayOfMonth());
    }

    /** "1–20 Sep", or "Sep". */
    public String sameDays() {
        return isWhole()
                ? before()
                : days(
                        month.minusMonths(1),
                        Math.min(until.getDayOfMonth(), month.minusMonths(1).lengthOfMonth()));
    }

    /** "Sep". */
    public String before() {
        return name(month.minusMonths(1));
    }

    private static String days(YearMonth month, int last) {
        return (last == 1 ? "1" : "1–" + last) + " " + name(month);
    }

    private static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
