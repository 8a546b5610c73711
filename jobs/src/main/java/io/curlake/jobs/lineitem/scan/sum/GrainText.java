package io.curlake.jobs.lineitem.scan.sum;

import io.curlake.model.LineItemColumn;

/** The texts in the grain of the table {@code unconnected_cost}, in the order of its columns. */
public enum GrainText {
    USAGE_ACCOUNT_ID(0, LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID),
    USAGE_ACCOUNT_NAME(1, LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_NAME),
    PRODUCT_CODE(2, LineItemColumn.LINE_ITEM_PRODUCT_CODE),
    LINE_ITEM_TYPE(3, LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE),
    BILLING_ENTITY(4, LineItemColumn.BILL_BILLING_ENTITY),
    INVOICE_ID(5, LineItemColumn.BILL_INVOICE_ID),
    /** A row without a savings plan has its reservation here. */
    COMMITMENT_ARN(6, LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_A_R_N),
    CURRENCY(7, LineItemColumn.LINE_ITEM_CURRENCY_CODE);

    static final int COUNT = values().length;

    private final int index;
    private final LineItemColumn column;

    GrainText(int index, LineItemColumn column) {
        this.index = index;
        this.column = column;
    }

    /** The column that holds the text. */
    public String columnName() {
        return column.columnName();
    }

    int index() {
        return index;
    }
}
