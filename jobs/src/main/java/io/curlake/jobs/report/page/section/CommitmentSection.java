package io.curlake.jobs.report.page.section;

import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.concern.Commitment;
import io.curlake.jobs.report.concern.Coverage;
import io.curlake.jobs.report.page.Cell;
import io.curlake.jobs.report.page.Chart;
import io.curlake.jobs.report.page.Chart.Role;
import io.curlake.jobs.report.page.Chart.Shape;
import io.curlake.jobs.report.page.Html;
import io.curlake.jobs.report.page.Html.Element;
import io.curlake.jobs.report.page.Numbers;
import io.curlake.jobs.report.page.Table;
import java.util.List;

/** Savings Plans and reservations: what of them is wasted, and what they cover. */
final class CommitmentSection {
    private static final int BARS = 10;
    private static final int SHORT = 12;

    private CommitmentSection() {}

    static Element of(Report report) {
        return Sections.section("commitments", "Commitments")
                .and(Sections.note(
                        "Savings Plans and reservations. Unused is paid for nothing; saved is what connected accounts "
                                + "would have paid more on demand. Tables commitment_daily, daily_cost."))
                .and(Sections.books(report, CommitmentSection::book));
    }

    private static Html book(Book book) {
        Top<Commitment> month = book.commitments().month();
        if (month.isEmpty()) {
            return Sections.empty("No Savings Plan and no reservation was used or paid for in this month.");
        }
        return Html.all(List.of(Sections.paragraph(verdict(book)), chart(book), commitments(book), coverage(book)));
    }

    private static String verdict(Book book) {
        Commitment now = book.commitments().month().total();
        Commitment before = book.commitments().before();
        String used = Numbers.percent(now.utilized(), now.committed())
                .map(percent ->
                        percent + " of " + Numbers.money(now.committed(), book.currency()) + " committed was used")
                .orElse("Nothing was committed by connected accounts");
        String earlier = Numbers.percent(before.utilized(), before.committed())
                .map(percent -> ", after " + percent + " in the month before")
                .orElse("");
        return used + earlier + ". Unused: " + Numbers.money(now.unused(), book.currency()) + ". Saved: "
                + Numbers.money(now.benefit(), book.currency()) + ".";
    }

    private static Html chart(Book book) {
        List<Commitment> wasteful =
                book.commitments().month().shown().stream().limit(BARS).toList();
        return new Chart(
                        "Commitments, used and unused",
                        Shape.PARTS,
                        book.currency(),
                        wasteful.stream().map(CommitmentSection::name).toList())
                .with(
                        "used",
                        Role.GOOD,
                        wasteful.stream().map(Commitment::utilized).toList())
                .with(
                        "unused",
                        Role.BAD,
                        wasteful.stream().map(Commitment::unused).toList())
                .html();
    }

    private static Html commitments(Book book) {
        return Table.<Commitment>of("Commitments of the month, " + Numbers.currency(book.currency()))
                .text("Commitment", commitment -> Cell.named(name(commitment), commitment.arn()))
                .text("Owner", commitment -> Cell.text(commitment.owner()))
                .number("Committed", commitment -> Cell.money(commitment.committed()))
                .number("Used", commitment -> Cell.money(commitment.used()))
                .number("Used by unconnected", commitment -> Cell.money(commitment.usedByOthers()))
                .number("Unused", commitment -> Cell.money(commitment.unused()))
                .number("Used, %", commitment -> Cell.percent(commitment.utilized(), commitment.committed()))
                .number("Saved", commitment -> Cell.money(commitment.benefit()))
                .of(book.commitments().month(), "commitments");
    }

    /** "Savings Plan a1b2c3d4e5f6". */
    static String name(Commitment commitment) {
        String id = commitment.arn().replaceFirst("^.*[/:]", "");
        return commitment.type() + " " + (id.length() > SHORT ? id.substring(0, SHORT) + "…" : id);
    }

    private static Html coverage(Book book) {
        Top<Coverage> coverage = book.commitments().coverage();
        if (coverage.isEmpty()) {
            return Sections.empty("No usage of connected accounts was covered by a commitment.");
        }
        return Html.all(List.of(
                Table.<Coverage>of("Coverage by service at public prices, " + Numbers.currency(book.currency()))
                        .text("Service", line -> Cell.text(line.service()))
                        .number("Savings Plans", line -> Cell.money(line.plans()))
                        .number("Reservations", line -> Cell.money(line.reservations()))
                        .number("On demand", line -> Cell.money(line.onDemand()))
                        .number("Covered, %", line -> Cell.percent(line.covered(), line.eligible()))
                        .number("Spot", line -> Cell.money(line.spot()))
                        .of(coverage, "services"),
                Sections.note(
                        "Of services of which something is covered. On demand is all that was bought so, also what no "
                                + "commitment can cover, such as storage and traffic; spot does not count.")));
    }
}
