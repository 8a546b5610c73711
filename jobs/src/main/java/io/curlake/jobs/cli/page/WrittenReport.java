package io.curlake.jobs.cli.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.page.Numbers;
import io.curlake.jobs.report.page.Page;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.report.ReportFile;
import io.curlake.jobs.run.report.ReportRequest;
import io.curlake.jobs.run.report.Reporting;
import io.curlake.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A report that was written, in words and as JSON. */
public record WrittenReport(Report report, String file, long bytes) {
    /**
     * Writes it.
     *
     * @param out a path, or {@code s3a://BUCKET/KEY}; an earlier report there is replaced
     * @param sources names; all where empty
     */
    public static WrittenReport of(Warehouse warehouse, String out, List<String> sources) {
        ReportFile file = new ReportFile(warehouse.storage(), out);
        Optional<Instant> before = file.madeBefore();
        Report report = new Reporting(warehouse).run(new ReportRequest(sources, before));
        return new WrittenReport(report, file.shown(), file.write(Page.of(report)));
    }

    public String words() {
        String books = report.books().stream().map(WrittenReport::words).collect(Collectors.joining());
        String verdict = report.isOutOfBalance()
                ? "A ledger does not balance: see 'Billing periods and proof' in the report.\n"
                : "";
        return books + verdict + "Wrote " + file + ", " + Numbers.bytes(bytes) + ".";
    }

    private static String words(Book book) {
        return book.source() + " " + book.period() + ": "
                + Numbers.money(book.spend().total().cost()) + " " + Numbers.currency(book.currency())
                + " net amortized, "
                + Numbers.money(book.unconnected().dropped()) + " " + Numbers.currency(book.currency())
                + " dropped as unconnected\n";
    }

    String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("verb", "report")
                .put("file", file)
                .put("bytes", bytes)
                .put("made", report.made().toString())
                .put("balanced", !report.isOutOfBalance());
        ArrayNode books = json.putArray("books");
        for (Book book : report.books()) {
            books.addObject()
                    .put("source", book.source())
                    .put("billing_period", book.period().toString())
                    .put("currency", book.currency())
                    .put("net_amortized_cost", Money.plain(book.spend().total().cost()))
                    .put(
                            "unconnected_unblended_cost",
                            Money.plain(book.unconnected().dropped()));
        }
        return json.toString();
    }
}
