package io.curlake.jobs.report.proof;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The ledger of a period in one currency, added up again for the report.
 *
 * @param unbalancedFiles how many files of the delivery do not balance, each by itself
 * @param lines line items first, then the amounts
 * @param kept unblended cost that the ledger says was kept
 * @param gold unblended cost of the gold tables; none where they are of another load
 */
public record Proof(
        String currency,
        long files,
        long unbalancedFiles,
        List<Line> lines,
        BigDecimal kept,
        Optional<BigDecimal> gold) {

    /** What is added up, and its sides. */
    public record Line(
            String name,
            BigDecimal delivered,
            BigDecimal kept,
            BigDecimal unconnected,
            BigDecimal rejected,
            BigDecimal doubleLoss) {

        public Line plus(Line other) {
            return new Line(
                    name,
                    delivered.add(other.delivered),
                    kept.add(other.kept),
                    unconnected.add(other.unconnected),
                    rejected.add(other.rejected),
                    doubleLoss.add(other.doubleLoss));
        }

        /** Zero where the line balances. */
        public BigDecimal difference() {
            return delivered
                    .subtract(kept)
                    .subtract(unconnected)
                    .subtract(rejected)
                    .subtract(doubleLoss);
        }
    }

    public boolean balances() {
        return unbalancedFiles == 0
                && lines.stream().allMatch(line -> line.difference().signum() == 0);
    }

    public boolean differsFromTables() {
        return gold.filter(amount -> amount.compareTo(kept) != 0).isPresent();
    }
}
