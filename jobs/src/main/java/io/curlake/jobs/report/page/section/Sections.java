package io.curlake.jobs.report.page.section;

import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.page.Html;
import io.curlake.jobs.report.page.Html.Element;
import io.curlake.jobs.report.page.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sections of the page in their order, and what they have in common. */
public final class Sections {
    private Sections() {}

    public static Html of(Report report) {
        List<Element> sections = List.of(
                HeadlineSection.of(report),
                SpendSection.of(report),
                UnconnectedSection.of(report),
                CommitmentSection.of(report),
                AnomalySection.of(report),
                RestatementSection.of(report),
                FindingSection.of(report),
                PeriodSection.of(report));
        return Html.all(List.of(
                head(report),
                Html.of("main", Html.all(sections)),
                Html.of(
                        "footer",
                        "Amounts are shown rounded, and added up exactly. Sums are of one source and one currency: neither "
                                + "is ever added to another. Days are UTC. Made by curlake at "
                                + Numbers.time(report.made()) + ".")));
    }

    /** "AWS spend, October 2026"; of sources that are at different months, all of these. */
    public static String title(Report report) {
        return "AWS spend, "
                + report.books().stream()
                        .map(book -> Numbers.month(book.period().month()))
                        .distinct()
                        .collect(Collectors.joining(" and "));
    }

    private static Html head(Report report) {
        List<Html> links = new ArrayList<>();
        links.add(link("spend", "Spend"));
        links.add(link("unconnected", "Unconnected"));
        links.add(link("commitments", "Commitments"));
        links.add(link("anomalies", "Anomalies"));
        links.add(link("restatements", "Restatements"));
        links.add(link("findings", "Findings"));
        links.add(link("periods", "Periods and proof"));
        Element header = Html.of("header", Html.of("h1", title(report)));
        String made = "Made " + Numbers.time(report.made())
                + report.before()
                        .map(before -> ". The report before was made " + Numbers.time(before))
                        .orElse("")
                + ".";
        return header.and(Html.styled("p", "quiet", Html.text(made)))
                .and(Html.of("nav", Html.all(links)).with("aria-label", "Sections"));
    }

    static Element link(String id, String text) {
        return Html.of("a", text).with("href", "#" + id);
    }

    static Element section(String id, String title) {
        return Html.of("section", Html.of("h2", title)).with("id", id);
    }

    /** A part for each book, with a heading where there are several. */
    static Html books(Report report, Function<Book, Html> part) {
        return Html.all(report.books().stream()
                .map(book -> report.books().size() == 1
                        ? part.apply(book)
                        : Html.styled("div", "book", Html.of("h3", name(book)), part.apply(book)))
                .toList());
    }

    /** "acme, USD". */
    static String name(Book book) {
        return book.source() + ", " + Numbers.currency(book.currency());
    }

    static Element paragraph(String text) {
        return Html.of("p", text);
    }

    static Element note(String text) {
        return Html.styled("p", "quiet", Html.text(text));
    }

    /** What a section says where there is nothing to show. */
    static Element empty(String text) {
        return Html.styled("p", "empty", Html.text(text));
    }
}
