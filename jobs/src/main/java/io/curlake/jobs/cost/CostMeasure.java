package io.curlake.jobs.cost;

import static io.curlake.model.LineItemColumn.LINE_ITEM_BLENDED_COST;
import static io.curlake.model.LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST;
import static io.curlake.model.LineItemColumn.LINE_ITEM_UNBLENDED_COST;
import static io.curlake.model.LineItemColumn.PRICING_PUBLIC_ON_DEMAND_COST;

import java.util.Locale;

/** The ways to say what a line item costs, each with its rule. Amounts are in the currency of the line item. */
public enum CostMeasure {
    /** What is charged on the day it is charged; adds up to the invoice, before net discounts. Source: CUR data dictionary. */
    UNBLENDED {
        @Override
        public Amount of(ChargeKind kind, Net net) {
            return Amount.of(LINE_ITEM_UNBLENDED_COST);
        }
    },
    /** Unblended after the discounts of a private contract. Source: CUR data dictionary. */
    NET_UNBLENDED {
        @Override
        public Amount of(ChargeKind kind, Net net) {
            return switch (net) {
                case DELIVERED -> Amount.of(LINE_ITEM_NET_UNBLENDED_COST);
                case ABSENT -> UNBLENDED.of(kind, net);
            };
        }
    },
    /** At the average rate of the organization. Source: CUR data dictionary. */
    BLENDED {
        @Override
        public Amount of(ChargeKind kind, Net net) {
            return Amount.of(LINE_ITEM_BLENDED_COST);
        }
    },
    /** Commitments spread over the usage that they cover: {@link AmortizedCost}. */
    AMORTIZED {
        @Override
        public Amount of(ChargeKind kind, Net net) {
            return AmortizedCost.of(kind);
        }
    },
    /** Amortized after the discounts of a private contract: {@link AmortizedCost#net}. */
    NET_AMORTIZED {
        @Override
        public Amount of(ChargeKind kind, Net net) {
            return switch (net) {
                case DELIVERED -> AmortizedCost.net(kind);
                case ABSENT -> AMORTIZED.of(kind, net);
            };
        }
    },
    /** At public prices on demand; zero for what has no such price. Source: CUR data dictionary. */
    LIST {
        @Override
        public Amount of(ChargeKind kind, Net net) {
            return Amount.of(PRICING_PUBLIC_ON_DEMAND_COST);
        }
    };

    /** What a line item of that kind costs. */
    public abstract Amount of(ChargeKind kind, Net net);

    /** The measure's column in tables. */
    public String columnName() {
        return name().toLowerCase(Locale.ROOT) + "_cost";
    }
}
