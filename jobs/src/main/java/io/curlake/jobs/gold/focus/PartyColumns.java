package io.curlake.jobs.gold.focus;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.gold.focus.value.Given;
import io.curlake.jobs.gold.focus.value.Lookup;
import io.curlake.model.LineItemColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;

/** Who bills whom, on which invoice, for which billing period. */
final class PartyColumns {
    private static final Column AWS = lit("AWS");

    private PartyColumns() {}

    /** @param accountNames by account id, for exports without names */
    static Map<String, Column> columns(Map<String, String> accountNames) {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("BillingAccountId", payer());
        columns.put(
                "BillingAccountName",
                coalesce(Given.text(LineItemColumn.BILL_PAYER_ACCOUNT_NAME), nameOf(payer(), accountNames)));
        columns.put("BillingAccountType", when(payer().isNotNull(), "Management Account"));
        columns.put("SubAccountId", account());
        columns.put("SubAccountName", accountName(accountNames));
        columns.put("SubAccountType", when(account().isNotNull(), "Linked Account"));
        columns.put("BillingCurrency", Given.text(LineItemColumn.LINE_ITEM_CURRENCY_CODE));
        columns.put("BillingPeriodStart", coalesce(time(LineItemColumn.BILL_BILLING_PERIOD_START_DATE), month(0)));
        columns.put("BillingPeriodEnd", coalesce(time(LineItemColumn.BILL_BILLING_PERIOD_END_DATE), month(1)));
        columns.put("InvoiceId", Given.text(LineItemColumn.BILL_INVOICE_ID));
        columns.put("InvoiceIssuerName", coalesce(issuer(), seller(), AWS));
        columns.put("PublisherName", coalesce(seller(), issuer(), AWS));
        columns.put("ProviderName", AWS);
        columns.put("x_BillType", Given.text(LineItemColumn.BILL_BILL_TYPE));
        return columns;
    }

    private static Column payer() {
        return Given.text(LineItemColumn.BILL_PAYER_ACCOUNT_ID);
    }

    /** A line item without a usage account is the payer's. */
    private static Column account() {
        return coalesce(Given.text(LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID), payer());
    }

    private static Column accountName(Map<String, String> accountNames) {
        Column isPayers = Given.text(LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID).isNull();
        Column delivered = when(isPayers, Given.text(LineItemColumn.BILL_PAYER_ACCOUNT_NAME))
                .otherwise(Given.text(LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_NAME));
        return coalesce(delivered, nameOf(account(), accountNames));
    }

    private static Column nameOf(Column account, Map<String, String> accountNames) {
        return nullif(Lookup.of(account, accountNames), lit(""));
    }

    private static Column issuer() {
        return Given.text(LineItemColumn.BILL_INVOICING_ENTITY);
    }

    private static Column seller() {
        return Given.text(LineItemColumn.LINE_ITEM_LEGAL_ENTITY);
    }

    /** The first instant of the billing period, or of a later one. */
    private static Column month(int later) {
        Column first = concat(col("billing_period"), lit("-01")).cast("date");
        return add_months(first, later).cast("timestamp");
    }

    private static Column time(LineItemColumn column) {
        return col(column.columnName());
    }

    /** When usage began, or ended; the bounds of the billing period where AWS does not say. */
    static Map<String, Column> chargePeriod() {
        return Map.of(
                "ChargePeriodStart",
                        coalesce(
                                time(LineItemColumn.LINE_ITEM_USAGE_START_DATE),
                                time(LineItemColumn.BILL_BILLING_PERIOD_START_DATE),
                                month(0)),
                "ChargePeriodEnd",
                        coalesce(
                                time(LineItemColumn.LINE_ITEM_USAGE_END_DATE),
                                time(LineItemColumn.BILL_BILLING_PERIOD_END_DATE),
                                month(1)));
    }
}
