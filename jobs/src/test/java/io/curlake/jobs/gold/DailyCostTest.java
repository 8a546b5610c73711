package io.curlake.jobs.gold;

import static io.curlake.model.LineItemColumn.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.scan.text.FileMaps;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class DailyCostTest {
    private static final String RESERVATION = "arn:aws:ec2:us-east-1:000000000042:reserved-instances/r-1";

    @Test
    void aCoveredInstanceShowsWhatItCostAndTheCommitmentWhatNothingUsed() {
        Dataset<Row> cost = resources(
                TestCharge.of("DiscountedUsage", "000000000042", 0)
                        .with(LINE_ITEM_RESOURCE_ID, "i-1")
                        .with(PRODUCT_REGION_CODE, "us-east-1")
                        .with(RESERVATION_RESERVATION_A_R_N, RESERVATION)
                        .with(RESERVATION_EFFECTIVE_COST, 0.066),
                TestCharge.of("RIFee", "000000000042", 48)
                        .with(LINE_ITEM_RESOURCE_ID, RESERVATION)
                        .with(RESERVATION_RESERVATION_A_R_N, RESERVATION)
                        .with(RESERVATION_UNUSED_RECURRING_FEE, 2.5));

        assertThat(TestCharge.texts(cost, "resource_id", "region", "unblended_cost", "amortized_cost"))
                .containsExactly(RESERVATION + " '' 48 2.5", "i-1 us-east-1 0 0.066");
    }

    @Test
    void resourcesOfOneNameAreTheirsOfAccountAndRegion() {
        Dataset<Row> cost = resources(
                resource("000000000042", "eu-west-1", "arn:aws:s3:::logs", 1),
                resource("000000000042", "eu-west-1", "arn:aws:s3:::logs", 2),
                resource("000000000042", "us-east-1", "arn:aws:s3:::logs", 4),
                resource("000000000043", "eu-west-1", "arn:aws:s3:::logs", 8),
                resource("000000000042", "eu-west-1", "arn:aws:s3:::archive/logs", 16),
                resource("000000000042", "eu-west-1", "", 32));

        assertThat(TestCharge.texts(cost, "usage_account_id", "region", "resource_id", "rows", "unblended_cost"))
                .containsExactly(
                        "000000000042 eu-west-1 '' 1 32",
                        "000000000042 eu-west-1 arn:aws:s3:::archive/logs 1 16",
                        "000000000042 eu-west-1 arn:aws:s3:::logs 2 3",
                        "000000000042 us-east-1 arn:aws:s3:::logs 1 4",
                        "000000000043 eu-west-1 arn:aws:s3:::logs 1 8");
    }

    @Test
    void aProductIsNamedOnlyWhereAResourceHasOne() {
        Dataset<Row> cost = resources(
                resource("000000000042", "eu-west-1", "i-1", 1),
                resource("000000000042", "eu-west-1", "i-1", 1).with(LINE_ITEM_PRODUCT_CODE, "AmazonCloudWatch"),
                resource("000000000042", "eu-west-1", "i-2", 1));

        assertThat(TestCharge.texts(cost, "resource_id", "product_code")).containsExactly("i-1 ''", "i-2 AmazonEC2");
    }

    @Test
    void dailyCostTellsHowUsageWasBoughtAndWhere() {
        Dataset<Row> cost = DailyCost.named(
                scanned(
                        TestCharge.of("Usage", "000000000042", 1).with(LINE_ITEM_AVAILABILITY_ZONE, "eu-west-1b"),
                        TestCharge.of("Usage", "000000000042", 2)
                                .with(LINE_ITEM_USAGE_TYPE, "EUW1-SpotUsage:m5.large")
                                .with(PRODUCT_REGION_CODE, "eu-west-1"),
                        TestCharge.of("SavingsPlanCoveredUsage", "000000000042", 4),
                        TestCharge.of("Fee", "000000000042", 8).with(RESERVATION_RESERVATION_A_R_N, RESERVATION),
                        TestCharge.of("Fee", "000000000042", 16).with(PRODUCT_SERVICECODE, "AWSSupport"),
                        TestCharge.of("Tax", "", 32)),
                Map.of("000000000042", "production", "111122223333", "payer"));

        assertThat(TestCharge.texts(
                        cost,
                        "usage_account_id",
                        "usage_account_name",
                        "service",
                        "region",
                        "line_item_type",
                        "purchase_option",
                        "unblended_cost"))
                .containsExactly(
                        "000000000042 production AWSSupport '' Fee '' 16",
                        "000000000042 production AmazonEC2 '' Fee Reserved Instance 8",
                        "000000000042 production AmazonEC2 '' SavingsPlanCoveredUsage Savings Plan 4",
                        "000000000042 production AmazonEC2 eu-west-1 Usage On Demand 1",
                        "000000000042 production AmazonEC2 eu-west-1 Usage Spot 2",
                        "111122223333 payer AmazonEC2 '' Tax '' 32");
    }

    @Test
    void withoutRegionCodesTheRegionIsThatOfTheProduct() {
        Dataset<Row> lineItems = TestCharge.lineItems(
                TestCharge.of("Usage", "000000000042", 1).with(PRODUCT, Map.of("region", "eu-central-1", "vcpu", "2")),
                TestCharge.of("Usage", "000000000042", 2).with(PRODUCT, Map.of("vcpu", "2")),
                TestCharge.of("Usage", "000000000042", 4).with(LINE_ITEM_AVAILABILITY_ZONE, "eu-west-1b"));

        TextGroups groups =
                TestScan.groups(lineItems, DailyCost.grouping(Net.ABSENT), FileMaps.Regions.AMONG_PRODUCT_ATTRIBUTES);

        assertThat(TestCharge.texts(
                        DailyCost.named(TestScan.rows(groups, DailyCost.SCHEMA), Map.of()),
                        "region",
                        "usage_account_name",
                        "unblended_cost"))
                .containsExactly("'' '' 2", "eu-central-1 '' 1", "eu-west-1 '' 4");
    }

    @Test
    void trafficSaysWhereBytesCameFromAndWent() {
        Dataset<Row> cost = traffic(
                traffic("EUW1-DataTransfer-Out-Bytes", "eu-west-1", "").with(PRODUCT_TO_LOCATION, "External"),
                traffic("EUW1-DataTransfer-Regional-Bytes", "eu-west-1", "eu-west-1"),
                traffic("EUW1-USE1-AWS-Out-Bytes", "eu-west-1", "us-east-1"),
                traffic("EUW1-NatGateway-Bytes", "", "").with(LINE_ITEM_PRODUCT_CODE, "AmazonEC2"),
                traffic("EUW1-DataTransfer-In-Bytes", "", "eu-west-1"),
                traffic("EU-CloudFront-Out-Bytes", "", ""),
                TestCharge.of("Usage", "000000000042", 1).with(LINE_ITEM_USAGE_TYPE, "EUW1-BoxUsage:m5.large"),
                TestCharge.of("Usage", "000000000042", 1).with(LINE_ITEM_USAGE_TYPE, "TimedStorage-ByteHrs"));

        assertThat(TestCharge.texts(cost, "traffic", "from_location", "to_location", "usage_amount", "unblended_cost"))
                .containsExactly(
                        "between regions eu-west-1 us-east-1 3.25 0.5",
                        "between zones eu-west-1 eu-west-1 3.25 0.5",
                        "cdn '' '' 3.25 0.5",
                        "in '' eu-west-1 3.25 0.5",
                        "out eu-west-1 External 3.25 0.5",
                        "processed '' '' 3.25 0.5");
    }

    private static TestCharge traffic(String usageType, String from, String to) {
        return TestCharge.of("Usage", "000000000042", 0.5)
                .with(LINE_ITEM_USAGE_TYPE, usageType)
                .with(LINE_ITEM_USAGE_AMOUNT, 3.25)
                .with(PRODUCT_FROM_REGION_CODE, from)
                .with(PRODUCT_TO_REGION_CODE, to);
    }

    private static TestCharge resource(String account, String region, String resource, double cost) {
        return TestCharge.of("Usage", account, cost)
                .with(PRODUCT_REGION_CODE, region)
                .with(LINE_ITEM_RESOURCE_ID, resource);
    }

    private static Dataset<Row> scanned(TestCharge... charges) {
        return TestScan.of(TestCharge.lineItems(charges), DailyCost.grouping(Net.ABSENT), DailyCost.SCHEMA);
    }

    private static Dataset<Row> resources(TestCharge... charges) {
        return TestScan.of(
                TestCharge.lineItems(charges), DailyResourceCost.grouping(Net.ABSENT), DailyResourceCost.SCHEMA);
    }

    private static Dataset<Row> traffic(TestCharge... charges) {
        return TestScan.of(TestCharge.lineItems(charges), TrafficCost.grouping(Net.ABSENT), TrafficCost.SCHEMA);
    }
}
