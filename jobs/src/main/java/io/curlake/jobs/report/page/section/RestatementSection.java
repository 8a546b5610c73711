package io.curlake.jobs.report.page.section;

import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.concern.Restated;
import io.curlake.jobs.report.concern.Restated.Change;
import io.curlake.jobs.report.concern.Restated.News;
import io.curlake.jobs.report.page.Cell;
import io.curlake.jobs.report.page.Html;
import io.curlake.jobs.report.page.Html.Element;
import io.curlake.jobs.report.page.Numbers;
import io.curlake.jobs.report.page.Table;
import java.util.List;
import java.util.stream.Collectors;

/** What deliveries changed of days that were over. */
final class RestatementSection {
    private RestatementSection() {}

    static Element of(Report report) {
        String since = report.before()
                .map(before -> "Those since the last report, of " + Numbers.time(before) + ", are called new.")
                .orElse("Where a report is written over an earlier one, what is new since then is called so.");
        return Sections.section("restatements", "Restatements")
                .and(Sections.note("What later deliveries changed of days that were over, since "
                        + Numbers.time(report.since())
                        + "; unblended cost of whole deliveries, whoever is connected. " + since
                        + " Table restatement."))
                .and(Sections.books(report, RestatementSection::book));
    }

    private static Html book(Book book) {
        Restated restated = book.restated();
        Html changes = restated.changes().isEmpty()
                ? Sections.empty("No delivery moved the cost of a day that was over.")
                : Table.<Change>of("Restated cost, " + Numbers.currency(book.currency()))
                        .text(
                                "Loaded",
                                change -> new Cell(
                                        Html.text(Numbers.time(change.at())),
                                        change.at().toString()))
                        .text("", change -> Cell.text(change.news() == News.NEW ? "new" : ""))
                        .text("Billing period", change -> Cell.text(change.period()))
                        .text("Cause", change -> Cell.text(change.cause()))
                        .number("Change", change -> Cell.signed(change.amount()))
                        .number("Keys", change -> Cell.count(change.keys()))
                        .of(restated.changes(), "changes");
        if (restated.quiet().isEmpty()) {
            return changes;
        }
        String quiet = restated.quiet().entrySet().stream()
                .map(cause -> cause.getKey() + ", " + Numbers.count(cause.getValue(), "key"))
                .collect(Collectors.joining("; "));
        return Html.all(List.of(
                changes,
                Sections.note("Also changed, without moving the cost of a day that was over: " + quiet + ".")));
    }
}
