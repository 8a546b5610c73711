package io.curlake.jobs.insight.showback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What a team has to do with the cost of a day, account and service. */
public record TeamCost(Key key, BigDecimal unblended, BigDecimal netAmortized) {
    /** How a cost came to a team. */
    public enum Kind {
        OWN,
        /** A part of a shared team's cost. */
        SHARED,
        /** Nobody's. */
        UNMAPPED
    }

    /** @param team '' for what is nobody's */
    public record Key(
            Optional<LocalDate> day, String team, Kind kind, String account, String productCode, String currency) {
        Key sharedWith(String other) {
            return new Key(day, other, Kind.SHARED, account, productCode, currency);
        }
    }

    TeamCost plus(TeamCost other) {
        return new TeamCost(key, unblended.add(other.unblended), netAmortized.add(other.netAmortized));
    }
}
