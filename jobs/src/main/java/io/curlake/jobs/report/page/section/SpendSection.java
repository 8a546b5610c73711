package io.curlake.jobs.report.page.section;

import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.page.Cell;
import io.curlake.jobs.report.page.Html;
import io.curlake.jobs.report.page.Html.Element;
import io.curlake.jobs.report.page.Numbers;
import io.curlake.jobs.report.page.Span;
import io.curlake.jobs.report.page.Table;
import io.curlake.jobs.report.spend.Month;
import io.curlake.jobs.report.spend.Share;
import java.util.List;

/** Spend by month, account, service and tag. */
final class SpendSection {
    private SpendSection() {}

    static Element of(Report report) {
        return Sections.section("spend", "Spend")
                .and(Sections.note(
                        "Net amortized cost. Billed is unblended cost, which adds up to the invoices. Tables "
                                + "daily_cost, daily_tag_cost, forecast."))
                .and(Sections.books(report, SpendSection::book));
    }

    private static Html book(Book book) {
        Span span = Span.of(book);
        String currency = Numbers.currency(book.currency());
        return Html.all(List.of(
                Html.styled("div", "charts", SpendCharts.months(book), SpendCharts.days(book, span)),
                months(book, currency),
                SpendCharts.shares(book, span, "account", book.spend().accounts()),
                shares(book, span, "account", book.spend().accounts()),
                SpendCharts.shares(book, span, "service", book.spend().services()),
                shares(book, span, "service", book.spend().services()),
                TagParts.of(book, span)));
    }

    private static Html months(Book book, String currency) {
        Top<Month> months = book.spend().months();
        Html table = Table.<Month>of("Spend by month, " + currency)
                .text("Month", month -> Cell.text(month.label()))
                .number("Net amortized", month -> Cell.money(month.cost()))
                .number("Change", month -> change(months.shown(), month))
                .number("Billed", month -> Cell.money(month.billed()))
                .of(months, months.more() == 1 ? "month" : "months");
        return book.spend().hasBefore()
                ? table
                : Html.all(List.of(
                        table,
                        Sections.empty(
                                "There is nothing to compare with: the month before is not built. Run 'curlake load' "
                                        + "for it, then 'curlake build'.")));
    }

    /** Against the month before in the list, if that is the month before. */
    private static Cell change(List<Month> months, Month month) {
        int before = months.indexOf(month) + 1;
        boolean isFirst = month.label().isEmpty() || before >= months.size();
        return isFirst || !isNext(months.get(before).label(), month.label())
                ? Cell.NONE
                : Cell.change(months.get(before).cost(), month.cost());
    }

    private static boolean isNext(String before, String month) {
        return java.time.YearMonth.parse(before).plusMonths(1).toString().equals(month);
    }

    static Html shares(Book book, Span span, String thing, Top<Share> shares) {
        String currency = Numbers.currency(book.currency());
        String heading = thing.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + thing.substring(1);
        return columns(
                        book,
                        span,
                        Table.<Share>of("Spend by " + thing + ", " + currency)
                                .text(heading, share -> Cell.named(share.name(), share.id())),
                        shares)
                .of(shares, shares.more() == 1 ? thing : thing + "s");
    }

    static Table<Share> columns(Book book, Span span, Table<Share> table, Top<Share> shares) {
        Table<Share> more = table.number(span.soFar(), share -> Cell.money(share.cost()))
                .number(
                        "Share",
                        share -> Cell.percent(share.cost(), shares.total().cost()));
        if (book.spend().hasBefore() && span.hasDays()) {
            more = span.isWhole() ? more : more.number(span.days(), share -> Cell.money(share.wholeDays()));
            more = more.number(span.sameDays(), share -> Cell.money(share.sameDaysBefore()))
                    .number("Change", share -> Cell.signed(share.change()))
                    .number("Change, %", share -> Cell.change(share.sameDaysBefore(), share.wholeDays()));
            more = span.isWhole() ? more : more.number("All of " + span.before(), share -> Cell.money(share.before()));
        }
        return shares.total().forecast().isPresent()
                ? more.number("Forecast", share -> Cell.money(share.forecast()))
                : more;
    }
}
