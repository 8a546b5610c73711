package io.curlake.jobs.gold.invoice;

import static io.curlake.model.LineItemColumn.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.TestCharge;
import io.curlake.jobs.gold.TestScan;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class InvoiceTest {
    private static final StructType COSTS = new StructType()
            .add("invoice_id", DataTypes.StringType)
            .add("usage_account_id", DataTypes.StringType)
            .add("line_item_type", DataTypes.StringType)
            .add("currency", DataTypes.StringType)
            .add("unblended_cost", DataTypes.createDecimalType(38, 18));
    private static final String PLAN = "arn:aws:savingsplans::111122223333:savingsplan/s-1";

    @Test
    void everyStepOfTheBridgeIsMeasured() {
        Dataset<Row> kept = kept(
                Net.DELIVERED,
                charge("Usage", 10).with(LINE_ITEM_NET_UNBLENDED_COST, 9.0),
                charge("SavingsPlanCoveredUsage", 5)
                        .with(LINE_ITEM_NET_UNBLENDED_COST, 4.5)
                        .with(SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST, 3.0)
                        .with(SAVINGS_PLAN_NET_SAVINGS_PLAN_EFFECTIVE_COST, 2.7),
                charge("SavingsPlanNegation", -5).with(LINE_ITEM_NET_UNBLENDED_COST, -4.5),
                charge("SavingsPlanRecurringFee", 4)
                        .with(SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE, 4.0)
                        .with(SAVINGS_PLAN_USED_COMMITMENT, 3.0)
                        .with(SAVINGS_PLAN_RECURRING_COMMITMENT_FOR_BILLING_PERIOD, 4.0)
                        .with(SAVINGS_PLAN_NET_RECURRING_COMMITMENT_FOR_BILLING_PERIOD, 3.6),
                charge("SavingsPlanUpfrontFee", 100).with(SAVINGS_PLAN_SAVINGS_PLAN_A_R_N, PLAN),
                charge("DiscountedUsage", 0)
                        .with(RESERVATION_AMORTIZED_UPFRONT_COST_FOR_USAGE, 0.5)
                        .with(RESERVATION_RECURRING_FEE_FOR_USAGE, 0.25)
                        .with(RESERVATION_EFFECTIVE_COST, 0.75)
                        .with(RESERVATION_NET_AMORTIZED_UPFRONT_COST_FOR_USAGE, 0.45)
                        .with(RESERVATION_NET_RECURRING_FEE_FOR_USAGE, 0.2)
                        .with(RESERVATION_NET_EFFECTIVE_COST, 0.65));

        Row row = all(Invoice.of(kept, costs(delivered("Usage", "114")), costs(), "111122223333"));

        assertThat(TestCharge.texts(
                        TestSpark.session().createDataFrame(List.of(row), row.schema()),
                        "unblended_cost",
                        "upfront_fees",
                        "recurring_fees",
                        "covered_usage",
                        "negation",
                        "upfront_spread",
                        "recurring_spread",
                        "savings_plan_spread",
                        "unused_commitment",
                        "amortized_cost",
                        "discounts",
                        "commitment_discounts",
                        "net_amortized_cost",
                        "unexplained_kept",
                        "unexplained_amortized",
                        "unexplained_net_amortized"))
                .containsExactly("114 -100 -4 -5 5 0.5 0.25 3 1 14.75 -1 -0.5 13.25 0 0 0");
    }

    @Test
    void whatDoesNotAddUpIsUnexplained() {
        Dataset<Row> kept = kept(
                Net.ABSENT,
                charge("DiscountedUsage", 0)
                        .with(RESERVATION_AMORTIZED_UPFRONT_COST_FOR_USAGE, 0.5)
                        .with(RESERVATION_RECURRING_FEE_FOR_USAGE, 0.25)
                        .with(RESERVATION_EFFECTIVE_COST, 0.8));

        Dataset<Row> invoice = Invoice.of(kept, costs(delivered("DiscountedUsage", "3")), costs(), "111122223333");

        assertThat(TestCharge.texts(invoice, "unexplained_kept", "unexplained_amortized", "unexplained_net_amortized"))
                .containsExactly("3 0.05 0");
    }

    @Test
    void categoriesAccountsAndInvoicesStandApart() {
        Dataset<Row> kept = kept(
                Net.ABSENT,
                charge("Usage", 1),
                charge("EdpDiscount", -0.5),
                charge("Tax", 2),
                charge("Credit", -4).with(BILL_INVOICE_ID, ""),
                charge("Refund", -8).on("2026-09-30"),
                charge("Fee", 16),
                charge("GenerativeDiscount", -32).on("2026-11-01"),
                TestCharge.of("Tax", "", 64).with(BILL_INVOICE_ID, "77"));
        Dataset<Row> delivered = costs(
                delivered("Usage", "1"),
                delivered("EdpDiscount", "-0.5"),
                delivered("Tax", "2"),
                RowFactory.create("", "000000000042", "Credit", "USD", new BigDecimal("-4")),
                delivered("Refund", "-8"),
                delivered("Fee", "16"),
                delivered("GenerativeDiscount", "-32"),
                RowFactory.create("77", "", "Tax", "USD", new BigDecimal("64")),
                RowFactory.create("77", "000000000099", "Usage", "USD", new BigDecimal("128")));
        Dataset<Row> unconnected =
                costs(RowFactory.create("77", "000000000099", "Usage", "USD", new BigDecimal("128")));

        assertThat(TestCharge.texts(
                        Invoice.of(kept, delivered, unconnected, "111122223333"),
                        "invoice_id",
                        "usage_account_id",
                        "charge_category",
                        "delivered_unblended_cost",
                        "unconnected_unblended_cost",
                        "unblended_cost",
                        "out_of_period_cost",
                        "unexplained_kept"))
                .containsExactly(
                        "'' 000000000042 Credit -4 0 -4 0 0",
                        "77 000000000042 Adjustment -40.5 0 -40.5 -40 0",
                        "77 000000000042 Purchase 16 0 16 0 0",
                        "77 000000000042 Tax 2 0 2 0 0",
                        "77 000000000042 Usage 1 0 1 0 0",
                        "77 000000000099 Usage 128 128 0 0 0",
                        "77 111122223333 Tax 64 0 64 0 0");
    }

    /** The one row that the rows of an account add up to. */
    private static Row all(Dataset<Row> invoice) {
        String[] sums = java.util.Arrays.stream(invoice.columns())
                .filter(name -> name.contains("_cost") || !Invoice.GRAIN.contains(name))
                .map(name -> "sum(" + name + ") as " + name)
                .toArray(String[]::new);
        return invoice.selectExpr(sums).first();
    }

    private static TestCharge charge(String type, double cost) {
        return TestCharge.of(type, "000000000042", cost).with(BILL_INVOICE_ID, "77");
    }

    private static Row delivered(String type, String cost) {
        return RowFactory.create("77", "000000000042", type, "USD", new BigDecimal(cost));
    }

    private static Dataset<Row> costs(Row... rows) {
        return TestSpark.session().createDataFrame(List.of(rows), COSTS);
    }

    private static Dataset<Row> kept(Net net, TestCharge... charges) {
        return TestScan.of(TestCharge.lineItems(charges), Invoice.grouping(net), Invoice.grouped());
    }
}
