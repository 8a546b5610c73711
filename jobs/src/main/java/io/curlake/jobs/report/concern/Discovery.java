package io.curlake.jobs.report.concern;

import io.curlake.jobs.report.Top;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What discovery found that is worth a look, and what of the bill it could not match.
 *
 * @param ran when the newest run began; none where discovery never ran
 */
public record Discovery(Optional<Instant> ran, List<Savings> savings, List<Billed> billed) {

    /**
     * Findings in one currency.
     *
     * @param currency '' for findings without a known saving
     * @param rules the largest saving first
     */
    public record Savings(String currency, Top<Rule> rules, Top<Finding> findings) {}

    /** The findings of a rule. */
    public record Rule(String rule, long findings, BigDecimal saving) {
        public static final Rule NONE = new Rule("", 0, BigDecimal.ZERO);

        public Rule plus(Rule other) {
            return new Rule("", findings + other.findings, saving.add(other.saving));
        }
    }

    /**
     * Cost of the last days of the bill that belongs to resources, or does not, and why.
     *
     * @param match as in the table {@code resource_cost}
     */
    public record Billed(String match, String why, String currency, long rows, BigDecimal cost) {}
}
