package io.curlake.jobs.insight.showback;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** How the cost of a shared team is split among the others. */
public sealed interface Split {
    /**
     * The weight of each of these teams: none below zero, not all zero.
     *
     * @param own their own net amortized cost of the month, in the currency of what is split
     */
    List<BigDecimal> weights(List<String> teams, Map<String, BigDecimal> own);

    /** Every team has the same part. */
    record Evenly() implements Split {
        @Override
        public List<BigDecimal> weights(List<String> teams, Map<String, BigDecimal> own) {
            return Collections.nCopies(teams.size(), BigDecimal.ONE);
        }
    }

    /** As what the teams cost themselves; evenly where none did. A team with more credits than cost has no part. */
    record Proportional() implements Split {
        @Override
        public List<BigDecimal> weights(List<String> teams, Map<String, BigDecimal> own) {
            List<BigDecimal> weights = teams.stream()
                    .map(team -> own.getOrDefault(team, BigDecimal.ZERO).max(BigDecimal.ZERO))
                    .toList();
            return weights.stream().allMatch(weight -> weight.signum() == 0)
                    ? new Evenly().weights(teams, own)
                    : weights;
        }
    }

    /** @param percent by team; 100 in all */
    record Fixed(Map<String, BigDecimal> percent) implements Split {
        @Override
        public List<BigDecimal> weights(List<String> teams, Map<String, BigDecimal> own) {
            return teams.stream()
                    .map(team -> percent.getOrDefault(team, BigDecimal.ZERO))
                    .toList();
        }
    }
}
