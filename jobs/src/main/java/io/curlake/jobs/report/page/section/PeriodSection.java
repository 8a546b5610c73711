package io.curlake.jobs.report.page.section;

import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.page.Cell;
import io.curlake.jobs.report.page.Html;
import io.curlake.jobs.report.page.Html.Element;
import io.curlake.jobs.report.page.Numbers;
import io.curlake.jobs.report.page.Table;
import io.curlake.jobs.report.proof.PeriodState;
import io.curlake.jobs.report.proof.PeriodState.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Of each billing period: freshness, delivery, verdict; the proof is one click away. */
final class PeriodSection {
    private static final int SHOWN = 36;

    private PeriodSection() {}

    static Element of(Report report) {
        Element section = Sections.section("periods", "Billing periods and proof")
                .and(Sections.note("For every file, every currency, the line items and six amounts: delivered = kept + "
                        + "unconnected + rejected + double loss, to the last decimal; delivered was measured without knowing "
                        + "the connected accounts. Added up again for this report, and held against the tables it is made of. "
                        + "Tables delivery, reconciliation, gold_build."));
        List<PeriodState> shown = shown(report);
        if (shown.isEmpty()) {
            return section.and(Sections.empty("No load is recorded. Run 'curlake load'."));
        }
        section = section.and(table(shown));
        int more = report.periods().size() - shown.size();
        if (more > 0) {
            section = section.and(Sections.note(
                    "and " + Numbers.count(more, "more billing period") + ", older, all of which balance."));
        }
        List<Html> proofs = new ArrayList<>();
        for (PeriodState state : shown) {
            proofs.add(ProofDetails.of(state));
        }
        return section.and(Html.all(proofs));
    }

    /** The newest, and whatever is not in order. */
    private static List<PeriodState> shown(Report report) {
        List<PeriodState> shown = new ArrayList<>();
        for (PeriodState state : report.periods()) {
            if (shown.size() < SHOWN || state.verdict() != Verdict.BALANCES) {
                shown.add(state);
            }
        }
        return shown;
    }

    private static Html table(List<PeriodState> states) {
        return Table.<PeriodState>of("Billing periods, newest first")
                .text(
                        "Billing period",
                        state -> new Cell(
                                Sections.link(
                                        ProofDetails.id(state), state.period().toString()),
                                state.period().toString()))
                .text("Source", state -> Cell.text(state.source()))
                .text(
                        "Ledger",
                        state -> new Cell(
                                Html.styled(
                                        "span", "badge " + style(state.verdict()), Html.text(words(state.verdict()))),
                                words(state.verdict())))
                .text(
                        "Newest day",
                        state -> state.lastDay()
                                .map(day -> new Cell(Html.text(Numbers.day(day)), day.toString()))
                                .orElse(Cell.EMPTY))
                .text(
                        "Loaded",
                        state -> new Cell(
                                Html.text(Numbers.time(state.delivered().loadedAt())),
                                state.delivered().loadedAt().toString()))
                .text(
                        "Tables built",
                        state -> state.builtAt()
                                .map(at -> new Cell(Html.text(Numbers.time(at)), at.toString()))
                                .orElse(Cell.text("not yet")))
                .text("Format", state -> Cell.text(state.delivered().format()))
                .number("Files", state -> Cell.count(state.delivered().files()))
                .number("Line items", state -> Cell.count(state.delivered().rows()))
                .number(
                        "Size",
                        state -> new Cell(
                                Html.text(Numbers.bytes(state.delivered().bytes())),
                                Long.toString(state.delivered().bytes())))
                .of(states);
    }

    static String words(Verdict verdict) {
        return switch (verdict) {
            case BALANCES -> "balances";
            case NOT_BUILT -> "balances; run 'curlake build'";
            case NO_LEDGER -> "no ledger recorded";
            case TABLES_DIFFER -> "tables differ from the ledger";
            case DOES_NOT_BALANCE -> "does not balance";
        };
    }

    static String style(Verdict verdict) {
        return switch (verdict) {
            case BALANCES -> "good";
            case NOT_BUILT -> "warn";
            case NO_LEDGER, TABLES_DIFFER, DOES_NOT_BALANCE -> "bad";
        };
    }
}
