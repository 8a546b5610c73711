package io.curlake.model;

import java.util.Arrays;
import java.util.List;

/**
 * The cost columns that the ledger proves, in the order of every ledger record. Amounts are in the currency of the
 * line item.
 */
public enum CostColumn {
    UNBLENDED(LineItemColumn.LINE_ITEM_UNBLENDED_COST),
    NET_UNBLENDED(LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST),
    BLENDED(LineItemColumn.LINE_ITEM_BLENDED_COST),
    PUBLIC_ON_DEMAND(LineItemColumn.PRICING_PUBLIC_ON_DEMAND_COST),
    RESERVATION_EFFECTIVE(LineItemColumn.RESERVATION_EFFECTIVE_COST),
    SAVINGS_PLAN_EFFECTIVE(LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST);

    private final LineItemColumn lineItemColumn;

    CostColumn(LineItemColumn lineItemColumn) {
        this.lineItemColumn = lineItemColumn;
    }

    /** The names of the line item columns, in ledger order. */
    public static List<String> lineItemColumns() {
        return Arrays.stream(values()).map(CostColumn::columnName).toList();
    }

    /** The line item column that holds the amount. */
    public String columnName() {
        return lineItemColumn.columnName();
    }

    /** The amount's name in ledger tables and summaries, without the prefix that AWS gives the column. */
    public String measure() {
        return switch (this) {
            case UNBLENDED -> "unblended_cost";
            case NET_UNBLENDED -> "net_unblended_cost";
            case BLENDED -> "blended_cost";
            case PUBLIC_ON_DEMAND -> "public_on_demand_cost";
            case RESERVATION_EFFECTIVE -> "reservation_effective_cost";
            case SAVINGS_PLAN_EFFECTIVE -> "savings_plan_effective_cost";
        };
    }
}
