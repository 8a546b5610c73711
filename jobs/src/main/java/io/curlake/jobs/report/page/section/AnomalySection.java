package io.curlake.jobs.report.page.section;

import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.concern.Anomaly;
import io.curlake.jobs.report.page.Cell;
import io.curlake.jobs.report.page.Html;
import io.curlake.jobs.report.page.Html.Element;
import io.curlake.jobs.report.page.Numbers;
import io.curlake.jobs.report.page.Table;

/** Days that cost something else than expected. */
final class AnomalySection {
    private AnomalySection() {}

    static Element of(Report report) {
        return Sections.section("anomalies", "Anomalies")
                .and(
                        Sections.note(
                                "Days of this month and the one before that cost something else than the eight weeks before let "
                                        + "expect. Net amortized cost without one-off charges; restatements are not among them. Table anomaly."))
                .and(Sections.books(report, AnomalySection::book));
    }

    private static Html book(Book book) {
        if (book.anomalies().isEmpty()) {
            return Sections.empty("No day is unusual. To be judged, a day needs 21 days before it.");
        }
        return Table.<Anomaly>of("Unusual days, " + Numbers.currency(book.currency()))
                .text("Account", anomaly -> Cell.named(anomaly.name(), anomaly.account()))
                .text("Service", anomaly -> Cell.text(anomaly.service()))
                .text("Days", anomaly -> days(anomaly))
                .text("What", anomaly -> Cell.text(anomaly.kind()))
                .number("Expected", anomaly -> Cell.money(anomaly.expected()))
                .number("Actual", anomaly -> Cell.money(anomaly.actual()))
                .number("Difference", anomaly -> Cell.signed(anomaly.difference()))
                .text("Most of it", anomaly -> Cell.text(anomaly.mostOfIt()))
                .of(book.anomalies(), "anomalies");
    }

    private static Cell days(Anomaly anomaly) {
        String first = Numbers.day(anomaly.first());
        String shown = anomaly.first().equals(anomaly.last()) ? first : first + " to " + Numbers.day(anomaly.last());
        return new Cell(Html.text(shown), anomaly.first().toString());
    }
}
