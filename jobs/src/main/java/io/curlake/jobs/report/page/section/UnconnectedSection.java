package io.curlake.jobs.report.page.section;

import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.concern.Unconnected;
import io.curlake.jobs.report.page.Cell;
import io.curlake.jobs.report.page.Chart;
import io.curlake.jobs.report.page.Chart.Role;
import io.curlake.jobs.report.page.Chart.Shape;
import io.curlake.jobs.report.page.Html;
import io.curlake.jobs.report.page.Html.Element;
import io.curlake.jobs.report.page.Numbers;
import io.curlake.jobs.report.page.Span;
import io.curlake.jobs.report.page.Table;
import java.math.BigDecimal;
import java.util.List;

/** What was dropped, and whose it is. */
final class UnconnectedSection {
    private static final int BARS = 10;

    private UnconnectedSection() {}

    static Element of(Report report) {
        return Sections.section("unconnected", "Unconnected spend")
                .and(Sections.note(
                        "Delivered, but of accounts that nobody connected: counted and valued here, and in no other "
                                + "number of this report. Unblended cost. Table unconnected_cost."))
                .and(Sections.books(report, UnconnectedSection::book));
    }

    private static Html book(Book book) {
        Top<Unconnected.Account> accounts = book.unconnected().accounts();
        if (accounts.isEmpty()) {
            return Sections.empty("Nothing was dropped: every account with cost is connected.");
        }
        Span span = Span.of(book);
        BigDecimal delivered =
                book.unconnected().dropped().add(book.unconnected().kept());
        List<Unconnected.Account> dearest =
                accounts.shown().stream().limit(BARS).toList();
        Html chart = new Chart(
                        "Dropped spend by account",
                        Shape.BARS,
                        book.currency(),
                        dearest.stream()
                                .map(account -> account.name().isEmpty() ? account.id() : account.name())
                                .toList())
                .with(
                        span.soFar(),
                        Role.NOW,
                        dearest.stream().map(Unconnected.Account::cost).toList())
                .with(
                        span.before(),
                        Role.BEFORE,
                        dearest.stream().map(Unconnected.Account::before).toList())
                .html();
        Html table = Table.<Unconnected.Account>of("Dropped spend by account, " + Numbers.currency(book.currency()))
                .text("Account", account -> Cell.named(account.name(), account.id()))
                .number(span.soFar(), account -> Cell.money(account.cost()))
                .number("Share of delivered", account -> Cell.percent(account.cost(), delivered))
                .number("All of " + span.before(), account -> Cell.money(account.before()))
                .number("Line items", account -> Cell.count(account.rows()))
                .of(accounts, accounts.more() == 1 ? "account" : "accounts");
        return Html.all(List.of(
                chart,
                table,
                Sections.note("To see what connecting an account would bring: curlake accounts what-if --source "
                        + book.source() + " ID. To connect it: curlake accounts connect --source " + book.source()
                        + " ID.")));
    }
}
