package io.curlake.jobs.report.page.section;

import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.page.Html;
import io.curlake.jobs.report.page.Html.Element;
import io.curlake.jobs.report.page.Numbers;
import io.curlake.jobs.report.page.Span;
import io.curlake.jobs.report.proof.PeriodState;
import io.curlake.jobs.report.proof.PeriodState.Verdict;
import io.curlake.jobs.report.spend.Share;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The month in a few numbers. */
final class HeadlineSection {
    private HeadlineSection() {}

    static Element of(Report report) {
        List<Html> parts = new ArrayList<>();
        for (List<String> alike : report.alike()) {
            parts.add(Sections.empty(String.join(" and ", alike)
                    + " are exports of one payer account: they show the same spend, each as it was delivered."));
        }
        for (Book book : report.books()) {
            parts.add(book(report, book));
        }
        for (String source : report.unbuilt()) {
            parts.add(Sections.empty("Of source '" + source
                    + "' no billing period has been built yet. Run 'curlake load', then 'curlake build'."));
        }
        return Html.of("section", Html.all(parts)).with("id", "headline").with("aria-label", "Headline");
    }

    private static Html book(Report report, Book book) {
        Span span = Span.of(book);
        BigDecimal cost = book.spend().total().cost();
        Element spend = Html.styled(
                "div",
                "hero",
                Html.styled("p", "label", Html.text(span.title())),
                Html.styled(
                                "p",
                                "figure",
                                Html.text(Numbers.money(cost)),
                                Html.styled("span", "unit", Html.text(Numbers.currency(book.currency()))))
                        .with("data-value", Money.plain(cost)),
                Sections.note("Net amortized cost of connected accounts: commitments spread over what they cover, "
                        + "discounts taken off."));
        Element cards = Html.styled(
                "div",
                "cards",
                sameDays(book, span),
                forecast(book, span),
                dropped(book),
                fresh(report, book),
                ledger(report, book));
        return Html.styled("div", "headline", Html.of("h2", Sections.name(book)), spend, cards);
    }

    private static Html sameDays(Book book, Span span) {
        Share total = book.spend().total();
        if (!book.spend().hasBefore() || !span.hasDays()) {
            return card(
                    "Against the month before",
                    "–",
                    book.spend().hasBefore()
                            ? "No day of the month is whole yet."
                            : "The month before was not loaded. Run 'curlake load' for it, then 'curlake build'.",
                    "");
        }
        String days = span.isWhole() ? span.soFar() : span.days();
        return card(
                days + " against " + span.sameDays(),
                Numbers.change(total.sameDaysBefore(), total.wholeDays()).orElse(Numbers.signed(total.change())),
                Numbers.money(total.wholeDays()) + " after " + Numbers.money(total.sameDaysBefore()) + ": "
                        + Numbers.signed(total.change()) + "\u00a0" + Numbers.currency(book.currency()),
                "");
    }

    private static Html forecast(Book book, Span span) {
        return book.spend()
                .outlook()
                .map(outlook -> card(
                        span.isWhole() ? "Last forecast of the month" : "Forecast of the month",
                        Numbers.money(outlook.forecast()),
                        "Four of five months end between " + Numbers.money(outlook.low()) + " and "
                                + Numbers.money(outlook.high()) + " " + Numbers.currency(book.currency())
                                + ". Known up to " + Numbers.day(outlook.asOf()) + ".",
                        ""))
                .orElseGet(() -> card(
                        "Forecast of the month",
                        "–",
                        span.isWhole()
                                ? "The month is over; none was made before."
                                : "None yet: it needs a week of whole days. 'curlake build' makes it.",
                        ""));
    }

    private static Html dropped(Book book) {
        BigDecimal dropped = book.unconnected().dropped();
        BigDecimal delivered = dropped.add(book.unconnected().kept());
        String share = Numbers.percent(dropped, delivered)
                .map(percent -> percent + " of what was delivered, ")
                .orElse("");
        return card(
                "Dropped as unconnected",
                Numbers.money(dropped),
                dropped.signum() == 0 && book.unconnected().accounts().isEmpty()
                        ? "Every account with cost is connected."
                        : share + "of "
                                + Numbers.count(book.unconnected().accounts().size(), "account")
                                + ", unblended. Not in any other number here.",
                "");
    }

    private static Html fresh(Report report, Book book) {
        Optional<PeriodState> state = state(report, book);
        return card(
                "Freshness",
                state.flatMap(PeriodState::lastDay).map(Numbers::day).orElse("–"),
                state.map(s -> "is the newest day with usage. The delivery was loaded "
                                + Numbers.time(s.delivered().loadedAt()) + ", "
                                + Numbers.age(s.delivered().loadedAt(), report.made()) + ".")
                        .orElse("No load of this month is recorded. Run 'curlake load'."),
                "");
    }

    private static Optional<PeriodState> state(Report report, Book book) {
        return report.periods().stream()
                .filter(state ->
                        state.source().equals(book.source()) && state.period().equals(book.period()))
                .findFirst();
    }

    private static Html ledger(Report report, Book book) {
        List<PeriodState> states = report.periods().stream()
                .filter(state -> state.source().equals(book.source()))
                .toList();
        long balanced = states.stream()
                .filter(state -> state.verdict() == Verdict.BALANCES)
                .count();
        boolean isBad = states.stream().anyMatch(PeriodState::isOutOfBalance);
        boolean isGood = !states.isEmpty() && balanced == states.size();
        return card(
                "Ledger",
                isBad ? "Does not balance" : isGood ? "Balances" : "Not proved",
                "In " + balanced + " of " + Numbers.count(states.size(), "billing period")
                        + ", delivered = kept + unconnected + rejected + double loss, and the tables hold what was kept.",
                isBad ? "bad" : isGood ? "good" : "warn");
    }

    private static Html card(String label, String figure, String text, String style) {
        return Html.styled(
                "div",
                style.isEmpty() ? "card" : "card " + style,
                Html.styled("p", "label", Html.text(label)),
                Html.styled("p", "value", Html.text(figure)),
                Html.styled("p", "quiet", Html.text(text)));
    }
}
