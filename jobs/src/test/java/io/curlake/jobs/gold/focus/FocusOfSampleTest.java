package io.curlake.jobs.gold.focus;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.SampleLineItems;
import io.curlake.jobs.gold.focus.rule.FocusData;
import io.curlake.jobs.gold.focus.rule.FocusRules;
import io.curlake.model.ExportFormat;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A month of the sample in every export format: the sums of its charges, and the rules of FOCUS. */
class FocusOfSampleTest {
    /**
     * What AWS does not say, by rule, with the line item types that lack it. Support and other fees have no unit; children of
     * split cost allocation no quantity, and so no price of a unit; fees of Savings Plans, support and Marketplace no SKU; an
     * upfront fee does not say how many normalized units it buys.
     */
    private static final Map<String, Set<String>> NOT_STATED = Map.of(
            "CommitmentDiscountUnit-C-008-M", Set.of("CommitmentDiscountId"),
            "ConsumedUnit-C-006-C", Set.of("Usage"),
            "ContractedUnitPrice-C-006-C", Set.of("Usage"),
            "ListUnitPrice-C-005-C", Set.of("Usage"),
            "PricingCurrencyContractedUnitPrice-C-005-C", Set.of("Usage"),
            "PricingCurrencyListUnitPrice-C-005-C", Set.of("Usage"),
            "PricingUnit-C-006-C", Set.of("Fee", "Usage"),
            "SkuId-C-005-C", Set.of("Fee", "SavingsPlanRecurringFee", "SavingsPlanUpfrontFee", "Usage"),
            "SkuPriceId-C-005-C", Set.of("Fee", "SavingsPlanRecurringFee", "SavingsPlanUpfrontFee", "Usage"));

    @TempDir
    static Path folder;

    private static Map<ExportFormat, SampleLineItems> samples;
    /** Of all formats at once; the format stands for the source. */
    private static FocusData charges;

    @BeforeAll
    static void makeTheChargesOnce() {
        samples = Arrays.stream(ExportFormat.values())
                .collect(Collectors.toMap(
                        format -> format, format -> SampleLineItems.in(folder.resolve(format.toString()), format)));
        Dataset<Row> lineItems = samples.values().stream()
                .map(SampleLineItems::lineItems)
                .reduce(Dataset::unionAll)
                .orElseThrow();
        charges = FocusData.of(FocusCostAndUsage.of(
                lineItems, Net.DELIVERED, sample(ExportFormat.LEGACY_CSV).accountNames()));
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void chargesAddUpToTheLineItemsAndKeepTheRules(ExportFormat format) {
        FocusData ofFormat = charges.only("source", format.toString()).without("source", "billing_period");

        assertThat(ofFormat.rows()).hasSizeGreaterThan(900);
        assertThat(sums(ofFormat)).isEqualTo(sums(sample(format).lineItems(), Net.DELIVERED));
        Map<String, List<String>> broken = new FocusRules().violations(ofFormat);
        assertThat(types(broken)).isEqualTo(NOT_STATED);
        assertThat(broken.get("ConsumedUnit-C-006-C"))
                .allSatisfy(row -> assertThat(row).contains("on Amazon EC2"));
    }

    @Test
    void withoutNetColumnsChargesAddUpToTheOtherCosts() {
        SampleLineItems sample = sample(ExportFormat.CUR2_PARQUET);

        FocusData withoutNet = FocusData.of(FocusCostAndUsage.of(sample.lineItems(), Net.ABSENT, sample.accountNames())
                .select("SubAccountId", "CommitmentDiscountId", "BillingCurrency", "BilledCost", "EffectiveCost"));

        assertThat(sums(withoutNet))
                .isEqualTo(sums(sample.lineItems(), Net.ABSENT))
                .isNotEqualTo(sums(sample.lineItems(), Net.DELIVERED));
    }

    private static SampleLineItems sample(ExportFormat format) {
        return Objects.requireNonNull(samples.get(format));
    }

    private static Map<String, Set<String>> types(Map<String, List<String>> broken) {
        Map<String, Set<String>> types = new TreeMap<>();
        broken.forEach((rule, violations) -> types.put(
                rule, violations.stream().map(text -> text.split(" ", 2)[0]).collect(Collectors.toSet())));
        return types;
    }

    /** Billed and effective cost by account, commitment and currency. */
    private static Map<String, List<BigDecimal>> sums(FocusData charges) {
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        for (Row row : charges.rows()) {
            String key = row.getAs("SubAccountId") + " " + row.getAs("CommitmentDiscountId") + " "
                    + row.getAs("BillingCurrency");
            List<BigDecimal> costs =
                    List.of(row.<BigDecimal>getAs("BilledCost"), row.<BigDecimal>getAs("EffectiveCost"));
            sums.merge(
                    key,
                    costs,
                    (a, b) -> List.of(a.get(0).add(b.get(0)), a.get(1).add(b.get(1))));
        }
        return sums;
    }

    private static Map<String, List<BigDecimal>> sums(Dataset<Row> lineItems, Net net) {
        Column[] grain = {
            coalesce(given("line_item_usage_account_id"), col("bill_payer_account_id")),
            coalesce(given("savings_plan_savings_plan_a_r_n"), given("reservation_reservation_a_r_n")),
            col("line_item_currency_code")
        };
        return lineItems
                .withColumn(AmountColumns.KIND, AmountColumns.kind())
                .groupBy(grain)
                .agg(
                        AmountColumns.ofRows(kind -> CostMeasure.NET_UNBLENDED.of(kind, net)),
                        AmountColumns.ofRows(kind -> CostMeasure.NET_AMORTIZED.of(kind, net)))
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get(0) + " " + row.get(1) + " " + row.get(2),
                        row -> List.of(row.getDecimal(3), row.getDecimal(4)),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static Column given(String column) {
        return nullif(col(column), lit(""));
    }
}
