package io.curlake.jobs.run.report;

import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.concern.Discovery;
import io.curlake.jobs.report.proof.PeriodState;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.report.table.FindingTables;
import io.curlake.jobs.run.report.table.Months;
import io.curlake.jobs.run.report.table.PeriodTables;
import io.curlake.jobs.run.report.table.RestatementWindow;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the tables into a report. Writes nothing, takes no lock: every table is read as its newest version has it. */
public final class Reporting {
    private static final Duration RECENT = Duration.ofDays(30);

    private final Warehouse warehouse;

    public Reporting(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Of the newest built period of each source; refuses where none was built. */
    public Report run(ReportRequest request) {
        List<String> sources = request.sources().isEmpty()
                ? warehouse.config().sources().stream().map(SourceConfig::name).toList()
                : request.sources().stream()
                        .map(name -> warehouse.config().source(name).name())
                        .toList();
        Instant made = warehouse.clock().instant();
        RestatementWindow window = RestatementWindow.of(made, RECENT, request.before());
        List<String> unbuilt = new ArrayList<>();
        List<Book> books = new ArrayList<>();
        List<PeriodState> periods = new ArrayList<>();
        for (String source : sources) {
            Months months = Months.of(warehouse, source);
            periods.addAll(new PeriodTables(warehouse, source).of(months));
            if (months.isEmpty()) {
                unbuilt.add(source);
            } else {
                books.addAll(new Books(warehouse, months).of(window));
            }
        }
        if (unbuilt.size() == sources.size()) {
            throw new Refusal(
                    ExitCode.NOTHING_DELIVERED,
                    "Cannot report: no billing period of " + String.join(", ", quoted(sources))
                            + " has been built yet. Run 'curlake load', then 'curlake build'.");
        }
        periods.sort(Comparator.comparing(PeriodState::period).reversed().thenComparing(PeriodState::source));
        Discovery discovery = new FindingTables(warehouse, sources).read();
        return new Report(made, request.before(), window.since(), unbuilt, alike(sources), books, discovery, periods);
    }

    private List<List<String>> alike(List<String> sources) {
        return sources.stream()
                .collect(Collectors.groupingBy(
                        source -> warehouse.config().source(source).payer(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(some -> some.size() > 1)
                .toList();
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").toList();
    }
}
