package io.curlake.jobs.report.page.section;

import io.curlake.jobs.report.page.Cell;
import io.curlake.jobs.report.page.Html;
import io.curlake.jobs.report.page.Html.Element;
import io.curlake.jobs.report.page.Numbers;
import io.curlake.jobs.report.page.Table;
import io.curlake.jobs.report.proof.PeriodState;
import io.curlake.jobs.report.proof.Proof;
import java.math.BigDecimal;

/** The ledger of one period, with all its digits. */
final class ProofDetails {
    private ProofDetails() {}

    static String id(PeriodState state) {
        return "proof-" + state.source() + "-" + state.period();
    }

    static Html of(PeriodState state) {
        Element details = Html.styled(
                        "details",
                        "proof",
                        Html.of(
                                "summary",
                                Html.text("Proof of " + state.period() + " of " + state.source() + ": "),
                                verdict(state)))
                .with("id", id(state))
                .and(Sections.note("Delivery " + state.delivered().id() + ", "
                        + state.delivered().way() + "."));
        if (state.proofs().isEmpty()) {
            return details.and(Sections.empty(
                    state.delivered().rows() == 0
                            ? "The delivery has no line items."
                            : "No ledger is recorded of this load. Run 'curlake reconcile --period " + state.period()
                                    + "'."));
        }
        for (Proof proof : state.proofs()) {
            details = details.and(table(proof)).and(Sections.note(tables(proof)));
        }
        return details.and(Sections.note("To prove it once more from the delivered files: curlake reconcile --source "
                + state.source() + " --period " + state.period() + "."));
    }

    private static Html verdict(PeriodState state) {
        return Html.styled(
                "span",
                "badge " + PeriodSection.style(state.verdict()),
                Html.text(PeriodSection.words(state.verdict())));
    }

    private static Html table(Proof proof) {
        String files = proof.unbalancedFiles() == 0
                ? Numbers.count(proof.files(), "file") + ", each of which balances"
                : Numbers.count(proof.unbalancedFiles()) + " of " + Numbers.count(proof.files(), "file")
                        + " do not balance";
        return Table.<Proof.Line>of("Ledger in " + Numbers.currency(proof.currency()) + ", " + files)
                .text("What", line -> Cell.text(name(line)))
                .number("Delivered", line -> Cell.exact(line.delivered()))
                .number("Kept", line -> Cell.exact(line.kept()))
                .number("Unconnected", line -> Cell.exact(line.unconnected()))
                .number("Rejected", line -> Cell.exact(line.rejected()))
                .number("Double loss", line -> Cell.exact(line.doubleLoss()))
                .number("Difference", line -> Cell.exact(line.difference()))
                .of(proof.lines());
    }

    private static String name(Proof.Line line) {
        return line.name().equals("rows") ? "line items" : line.name().replace('_', ' ');
    }

    private static String tables(Proof proof) {
        return proof.gold()
                .map(gold -> proof.differsFromTables()
                        ? "The tables of this report hold " + amount(gold, proof) + " unblended, "
                                + amount(gold.subtract(proof.kept()), proof)
                                + " more than was kept. Run 'curlake build'; if it stays so, 'curlake reconcile'."
                        : "The tables of this report hold " + amount(gold, proof) + " unblended: what was kept.")
                .orElse("The tables of this report are not of this load. Run 'curlake build'.");
    }

    private static String amount(BigDecimal amount, Proof proof) {
        return Numbers.exact(amount) + "\u00a0" + Numbers.currency(proof.currency());
    }
}
