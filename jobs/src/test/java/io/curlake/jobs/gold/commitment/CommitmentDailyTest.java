package io.curlake.jobs.gold.commitment;

import static io.curlake.model.LineItemColumn.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.gold.TestCharge;
import io.curlake.jobs.gold.TestScan;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.Arrays;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class CommitmentDailyTest {
    private static final String OURS = "arn:aws:savingsplans::111122223333:savingsplan/s-1";
    private static final String THEIRS = "arn:aws:ec2:us-east-1:000000000099:reserved-instances/r-1";
    private static final Set<String> CONNECTED = Set.of("111122223333", "000000000042");
    private static final DataType MONEY = DataTypes.createDecimalType(38, 18);
    private static final StructType DELIVERED = new StructType()
            .add("usage_date", DataTypes.DateType)
            .add("usage_account_id", DataTypes.StringType)
            .add("line_item_type", DataTypes.StringType)
            .add("commitment_arn", DataTypes.StringType)
            .add("currency", DataTypes.StringType)
            .add("unblended_cost", MONEY)
            .add("public_on_demand_cost", MONEY)
            .add("reservation_effective_cost", MONEY)
            .add("savings_plan_effective_cost", MONEY);

    @Test
    void benefitCrossesTheBorderInBothDirections() {
        Dataset<Row> daily = CommitmentDaily.of(
                delivered(
                        used("000000000042", "SavingsPlanCoveredUsage", OURS, "10", "10", "0", "7"),
                        used("000000000042", "SavingsPlanNegation", OURS, "-10", "0", "0", "0"),
                        used("000000000099", "SavingsPlanCoveredUsage", OURS, "4", "4", "0", "2.5"),
                        used("000000000099", "SavingsPlanNegation", OURS, "-4", "0", "0", "0"),
                        used("000000000042", "DiscountedUsage", THEIRS, "0", "3", "1", "0"),
                        used("000000000099", "DiscountedUsage", THEIRS, "0", "6", "2", "0"),
                        used("000000000042", "Usage", "", "50", "50", "0", "0")),
                fees(
                        TestCharge.of("SavingsPlanRecurringFee", "111122223333", 12)
                                .with(SAVINGS_PLAN_SAVINGS_PLAN_A_R_N, OURS)
                                .with(SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE, 12.0)
                                .with(SAVINGS_PLAN_USED_COMMITMENT, 9.5),
                        TestCharge.of("Usage", "000000000042", 50)),
                CONNECTED);

        assertThat(TestCharge.texts(
                        daily,
                        "commitment_type",
                        "owner_account_id",
                        "owner_is_connected",
                        "committed_cost",
                        "used_cost",
                        "unconnected_used_cost",
                        "unused_cost",
                        "benefit",
                        "benefit_from_unconnected_owner",
                        "benefit_to_unconnected_accounts",
                        "covered_cost",
                        "negation"))
                .containsExactly(
                        "Reserved Instance 000000000099 false 0 1 2 0 2 2 0 0 0",
                        "Savings Plan 111122223333 true 12 7 2.5 2.5 3 0 1.5 14 -14");
        assertThat(daily.filter("commitment_type = 'Savings Plan'")
                        .first()
                        .getJavaMap(daily.schema().fieldIndex("benefit_by_account")))
                .hasToString("{000000000042=3.000000000000000000, 000000000099=1.500000000000000000}");
    }

    @Test
    void aCommitmentThatNobodyUsedIsThereByItsFee() {
        Dataset<Row> daily = CommitmentDaily.of(
                delivered(),
                fees(TestCharge.of("RIFee", "000000000042", 48)
                        .with(RESERVATION_RESERVATION_A_R_N, THEIRS.replace("99:", "42:"))
                        .with(RESERVATION_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD, 10.0)
                        .with(RESERVATION_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD, 10.0)
                        .with(RESERVATION_UNUSED_RECURRING_FEE, 48.0)),
                CONNECTED);

        assertThat(TestCharge.texts(
                        daily, "commitment_type", "committed_cost", "used_cost", "unused_cost", "paid_cost"))
                .containsExactly("Reserved Instance 58 0 58 48");
    }

    private static Row used(String account, String type, String arn, String... costs) {
        Object[] amounts = Arrays.stream(costs).map(BigDecimal::new).toArray();
        return RowFactory.create(
                Date.valueOf("2026-10-05"), account, type, arn, "USD", amounts[0], amounts[1], amounts[2], amounts[3]);
    }

    private static Dataset<Row> fees(TestCharge... charges) {
        return TestScan.of(TestCharge.lineItems(charges), CommitmentFees.grouping(), CommitmentFees.grouped());
    }

    private static Dataset<Row> delivered(Row... rows) {
        return TestSpark.session().createDataFrame(Arrays.asList(rows), DELIVERED);
    }
}
