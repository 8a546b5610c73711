package io.curlake.jobs.gold.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.cost.ChargeKind;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.focus.rule.FocusData;
import io.curlake.jobs.gold.focus.rule.FocusRules;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every line item type, and what becomes of it, worked out by hand. */
class FocusCostAndUsageTest {
    /**
     * Name; line item type; columns. Then each charge: category, frequency, pricing category, then billed, effective, list
     * and contracted cost, then status, quantity and unit of the commitment. "-" is NULL.
     */
    private static final String CASES = """
            on demand;       Usage; unblended=0.2 rate=0.12;                        Usage Usage-Based Standard 0.2 0.2 0.24 0.2 - - -
            spot;            Usage; unblended=0.03 list=0.1 usageType=SpotUsage:m5 sku=SKU2 rateCode=SKU2.RATE; Usage Usage-Based Dynamic 0.03 0.03 0.1 0.03 - - -
            no public price; Usage; unblended=0.2;                                  Usage Usage-Based Standard 0.2 0.2 0.2 0.2 - - -
            by an RI;        DiscountedUsage; list=0.1 ri=ri1 effective=0.066 factor=4 normalized=8; Usage Usage-Based Committed 0 0.066 0.1 0.1 Used 8 Normalized_Units
            RI fee;          RIFee; unblended=48 usage=720 ri=ri1 unusedUpfront=1.5 unusedRecurring=2.25 reservedNormalized=2880 unusedNormalized=90; Purchase Recurring Standard 48 0 48 48 - 2880 Normalized_Units | Usage Usage-Based Committed 0 3.75 0 0 Unused 90 Normalized_Units
            RI fee, units;   RIFee; unblended=48 usage=720 ri=ri2 unusedRecurring=1 unusedUnits=15; Purchase Recurring Standard 48 0 48 48 - 720 Units | Usage Usage-Based Committed 0 1 0 0 Unused 15 Units
            RI all used;     RIFee; unblended=48 usage=720 ri=ri2;                  Purchase Recurring Standard 48 0 48 48 - 720 Units
            RI upfront;      Fee; unblended=500 usage=1 ri=ri2;                     Purchase One-Time Standard 500 0 500 500 - 1 Units
            support;         Fee; unblended=29 usage=1;                             Purchase One-Time Standard 29 29 29 29 - - -
            by a plan;       SavingsPlanCoveredUsage; unblended=0.1 list=0.1 plan=sp1 planEffective=0.072; Usage Usage-Based Committed 0 0.072 0.1 0.1 Used 0.072 USD
            negation;        SavingsPlanNegation; unblended=-0.1 plan=sp1;
            plan fee;        SavingsPlanRecurringFee; unblended=1 plan=sp1 total=1 used=0.75; Purchase Recurring Standard 1 0 1 1 - 1 USD | Usage Usage-Based Committed 0 0.25 0 0 Unused 0.25 USD
            plan all used;   SavingsPlanRecurringFee; unblended=1 plan=sp1 total=1 used=1; Purchase Recurring Standard 1 0 1 1 - 1 USD
            plan upfront;    SavingsPlanUpfrontFee; unblended=8760 usage=1 plan=sp1; Purchase One-Time Standard 8760 0 8760 8760 - 8760 USD
            refund;          Refund; unblended=-5;                                  Adjustment One-Time - -5 -5 -5 -5 - - -
            tax;             Tax; unblended=7.03;                                   Tax One-Time - 7.03 7.03 7.03 7.03 - - -
            credit;          Credit; unblended=-100;                                Credit One-Time - -100 -100 -100 -100 - - -
            bundled;         BundledDiscount; unblended=-1;                         Adjustment One-Time - -1 -1 0 -1 - - -
            discount;        Discount; unblended=-2;                                Adjustment One-Time - -2 -2 0 -2 - - -
            EDP;             EdpDiscount; unblended=-3;                             Adjustment One-Time - -3 -3 0 -3 - - -
            private rate;    PrivateRateDiscount; unblended=-4;                     Adjustment One-Time - -4 -4 0 -4 - - -
            RI volume;       RiVolumeDiscount; unblended=-5;                        Adjustment One-Time - -5 -5 0 -5 - - -
            partner;         SppDiscount; unblended=-6;                             Adjustment One-Time - -6 -6 0 -6 - - -
            flat rate;       FlatRateSubscription; unblended=15 usage=1;            Purchase Recurring Standard 15 15 15 15 - - -
            misspelt;        FlateRateSubscription; unblended=15 usage=1;           Purchase Recurring Standard 15 15 15 15 - - -
            split child;     Usage; parent=i-1 usage=0;                             Usage Usage-Based Standard 0 0 0 0 - - -
            unknown;         GenerativeDiscount; unblended=-0.7;                    Adjustment One-Time - -0.7 -0.7 -0.7 -0.7 - - -
            """;

    private static final List<String> COLUMNS = List.of(
            "ChargeCategory",
            "ChargeFrequency",
            "PricingCategory",
            "BilledCost",
            "EffectiveCost",
            "ListCost",
            "ContractedCost",
            "CommitmentDiscountStatus",
            "CommitmentDiscountQuantity",
            "CommitmentDiscountUnit");

    private static FocusData everyType;
    private static FocusData others;

    private static List<String[]> cases() {
        return CASES.lines().map(line -> line.split(";", -1)).toList();
    }

    private static TestLineItems everyType() {
        TestLineItems lineItems = TestLineItems.none();
        for (String[] fields : cases()) {
            lineItems = lineItems.with(fields[0], fields[1].trim(), fields[2]);
        }
        return lineItems;
    }

    private static TestLineItems others() {
        return TestLineItems.none()
                .with("a", "SavingsPlanCoveredUsage", "unblended=0.1 plan=sp1 planEffective=0.07 invoice=1")
                .with("b", "SavingsPlanCoveredUsage", "unblended=0.2 plan=sp1 planEffective=0.14 invoice=1")
                .with("c", "SavingsPlanNegation", "unblended=-0.30000000000000004 plan=sp1 invoice=1")
                .with("d", "SavingsPlanCoveredUsage", "unblended=5 plan=sp2 planEffective=4 invoice=1")
                .with("e", "SavingsPlanNegation", "unblended=-5 plan=sp2 invoice=2")
                .with("f", "SavingsPlanCoveredUsage", "unblended=9 plan=sp3 planEffective=8 invoice=1")
                .with("g", "SavingsPlanNegation", "unblended=-9 plan=sp3 invoice=1")
                .with("named", "Usage", "region=eu-west-1 resource=i-1 operation=Run")
                .with(
                        "nameless",
                        "Usage",
                        "account=000000000043 accountName= product=AmazonS3 service=AWSDataTransfer region=global operation=Run")
                .with("payer's", "Usage", "account= accountName= region=xx-new-1 issuer= seller=Example operation=Run")
                .with("marketplace", "Usage", "product=8xk2 service= issuer= seller= operation=Run")
                .with("yuan", "Usage", "unblended=2 currency=CNY pricingCurrency=USD");
    }

    @BeforeAll
    static void makeTheChargesOnce() {
        everyType = charges(everyType());
        others = charges(others());
    }

    private static FocusData charges(TestLineItems lineItems) {
        return FocusData.of(FocusCostAndUsage.of(lineItems.dataset(), Net.ABSENT, Map.of("000000000043", "acme-named"))
                .drop("source", "billing_period"));
    }

    @Test
    void everyLineItemTypeBecomesTheChargesWorkedOutByHand() {
        Map<String, List<String>> charges = everyType.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.getAs("ChargeDescription"),
                        Collectors.mapping(FocusCostAndUsageTest::text, Collectors.toList())));

        Map<String, List<String>> expected = cases().stream()
                .filter(fields -> !fields[3].isBlank())
                .collect(Collectors.toMap(
                        fields -> fields[0],
                        fields -> Arrays.stream(fields[3].split("\\|", -1))
                                .map(String::trim)
                                .toList()));
        assertThat(charges).isEqualTo(expected);
        assertThat(cases().stream()
                        .map(fields -> ChargeKind.of(fields[1].trim(), fields[2].contains("ri=") ? "arn" : ""))
                        .collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(ChargeKind.class));
    }

    /** A unit price needs a quantity and, on the list, a public price: what has none is the whole exception. */
    @Test
    void everyLineItemTypeKeepsTheRules() {
        Map<String, List<String>> broken = new FocusRules().violations(everyType);

        assertThat(broken.keySet())
                .isEqualTo(Set.of(
                        "ContractedUnitPrice-C-006-C",
                        "ListUnitPrice-C-005-C",
                        "PricingCurrencyContractedUnitPrice-C-005-C",
                        "PricingCurrencyListUnitPrice-C-005-C"));
        assertThat(broken.get("ContractedUnitPrice-C-006-C"))
                .singleElement()
                .asString()
                .contains("split child");
        assertThat(broken.get("ListUnitPrice-C-005-C"))
                .satisfiesExactlyInAnyOrder(
                        row -> assertThat(row).contains("no public price"),
                        row -> assertThat(row).contains("split child"));
    }

    @Test
    void onlyARefundIsACorrection() {
        assertThat(everyType.rows().stream()
                        .filter(row -> row.getAs("ChargeClass") != null)
                        .map(row -> row.getAs("ChargeDescription") + " " + row.getAs("ChargeClass")))
                .containsExactly("refund Correction");
    }

    @Test
    void whatNegationsDoNotCancelStaysVisiblePerSavingsPlanDayAndInvoice() {
        List<Row> charges = others.rows().stream()
                .filter(row -> row.getAs("CommitmentDiscountId") != null)
                .toList();

        assertThat(charges.stream()
                        .filter(row -> row.getAs("ChargeCategory").equals("Adjustment"))
                        .map(row -> String.join(
                                " ",
                                row.getAs("CommitmentDiscountId"),
                                row.getAs("InvoiceId"),
                                row.getAs("ChargePeriodStart").toString(),
                                row.getAs("ChargePeriodEnd").toString(),
                                number(row.getAs("BilledCost")),
                                number(row.getAs("EffectiveCost")))))
                .containsExactlyInAnyOrder(
                        "sp1 1 2026-10-05 00:00:00.0 2026-10-06 00:00:00.0 -0.00000000000000004 0",
                        "sp2 1 2026-10-05 00:00:00.0 2026-10-06 00:00:00.0 5 0",
                        "sp2 2 2026-10-05 00:00:00.0 2026-10-06 00:00:00.0 -5 0");
        assertThat(charges.stream()
                        .map(row -> row.<BigDecimal>getAs("BilledCost"))
                        .reduce(BigDecimal::add))
                .hasValueSatisfying(sum -> assertThat(number(sum)).isEqualTo("-0.00000000000000004"));
        assertThat(new FocusRules()
                        .violations(new FocusData(charges.get(0).schema(), charges))
                        .keySet())
                .isEqualTo(Set.of("ListUnitPrice-C-005-C", "PricingCurrencyListUnitPrice-C-005-C"));
    }

    @Test
    void accountsServicesRegionsAndIssuersHaveTheirNames() {
        assertThat(others.rows().stream()
                        .filter(row -> row.getAs("x_Operation") != null)
                        .map(row -> texts(
                                row,
                                List.of(
                                        "SubAccountId",
                                        "SubAccountName",
                                        "ServiceCategory",
                                        "ServiceSubcategory",
                                        "RegionId",
                                        "RegionName",
                                        "ResourceType",
                                        "InvoiceIssuerName",
                                        "PublisherName"))))
                .containsExactly(
                        "000000000042 acme-web Compute Virtual_Machines eu-west-1 Europe_(Ireland) AmazonEC2"
                                + " Amazon_Web_Services_EMEA_SARL Amazon_Web_Services,_Inc.",
                        "000000000043 acme-named Storage Object_Storage - - -"
                                + " Amazon_Web_Services_EMEA_SARL Amazon_Web_Services,_Inc.",
                        "111122223333 acme-payer Compute Virtual_Machines xx-new-1 xx-new-1 - Example Example",
                        "000000000042 acme-web Other Other_(Other) - - - AWS AWS");
    }

    @Test
    void pricesInAnotherCurrencyThanTheBillsAreNotStated() {
        FocusData charges =
                charges(TestLineItems.none().with("yuan", "Usage", "unblended=2 currency=CNY pricingCurrency=USD"));

        assertThat(texts(
                        charges.rows().get(0),
                        List.of(
                                "BillingCurrency",
                                "PricingCurrency",
                                "EffectiveCost",
                                "PricingCurrencyEffectiveCost",
                                "PricingCurrencyContractedUnitPrice")))
                .isEqualTo("CNY USD 2 - -");
    }

    private static String text(Row row) {
        return texts(row, COLUMNS);
    }

    /** Spaces of a value become underscores, so that values stay apart. */
    private static String texts(Row row, List<String> columns) {
        return columns.stream()
                .map(column -> row.<Object>getAs(column))
                .map(value ->
                        value == null ? "-" : value instanceof BigDecimal amount ? number(amount) : value.toString())
                .map(text -> text.replace(' ', '_'))
                .collect(Collectors.joining(" "));
    }

    private static String number(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
