package io.curlake.jobs.cost;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.lineitem.ColumnTypes;
import io.curlake.jobs.lineitem.LineItemTypes;
import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every line item type, with costs worked out by hand. */
class CostMeasureTest {
    /** name; line item type; columns as delivered; then the six costs where the net columns are delivered. */
    private static final String CASES = """
            on demand;            Usage; unblended=0.1 net=0.09 blended=0.11 list=0.12; 0.1 0.09 0.11 0.1 0.09 0.12
            spot;                 Usage; unblended=0.03 net=0.03 list=0.1;               0.03 0.03 0 0.03 0.03 0.1
            covered by an RI;     DiscountedUsage; blended=0.06 list=0.1 ri=1 effective=0.066 netEffective=0.06; 0 0 0.06 0.066 0.06 0.1
            RI, monthly;          RIFee; unblended=48 net=43.2 ri=1 unusedUpfront=1.5 unusedRecurring=2.25 netUnusedUpfront=1.35 netUnusedRecurring=2.02; 48 43.2 0 3.75 3.37 0
            RI, all upfront;      RIFee; ri=1 unusedUpfront=1.5 netUnusedUpfront=1.35;   0 0 0 1.5 1.35 0
            RI, upfront;          Fee; unblended=500 net=450 blended=500 ri=1;           500 450 500 0 0 0
            RI, exchange true-up; Fee; unblended=12.5 net=12.5 ri=1;                     12.5 12.5 0 0 0 0
            support;              Fee; unblended=29 net=29 blended=29;                   29 29 29 29 29 0
            Marketplace;          Fee; unblended=1000 net=1000;                          1000 1000 0 1000 1000 0
            covered by a plan;    SavingsPlanCoveredUsage; unblended=0.1 net=0.09 list=0.1 plan=1 planEffective=0.072 netPlanEffective=0.0648; 0.1 0.09 0 0.072 0.0648 0.1
            negation;             SavingsPlanNegation; unblended=-0.1 net=-0.09 blended=-0.1 plan=1; -0.1 -0.09 -0.1 0 0 0
            plan, no upfront;     SavingsPlanRecurringFee; unblended=1 net=0.9 plan=1 total=1 used=0.75 recurring=1 netRecurring=0.9; 1 0.9 0 0.25 0.225 0
            plan, partial;        SavingsPlanRecurringFee; unblended=0.5 net=0.45 plan=1 total=1 used=0.9 upfront=0.5 recurring=0.5 netUpfront=0.5 netRecurring=0.4; 0.5 0.45 0 0.1 0.09 0
            plan, all upfront;    SavingsPlanRecurringFee; plan=1 total=3 used=2 upfront=3 netUpfront=1; 0 0 0 1 0.333333333333333333 0
            plan, without split;  SavingsPlanRecurringFee; unblended=1 net=1 plan=1 total=1 used=0.5; 1 1 0 0.5 0.5 0
            plan, upfront;        SavingsPlanUpfrontFee; unblended=8760 net=7884 plan=1; 8760 7884 0 0 0 0
            plan, returned;       Refund; unblended=-8760 net=-7884 plan=1;              -8760 -7884 0 -8760 -7884 0
            refund of discounts;  Refund; unblended=-8869.54 net=-8869.54;               -8869.54 -8869.54 0 -8869.54 -8869.54 0
            tax;                  Tax; unblended=7.03 net=7.03;                          7.03 7.03 0 7.03 7.03 0
            credit;               Credit; unblended=-100 net=-100;                       -100 -100 0 -100 -100 0
            bundled discount;     BundledDiscount; unblended=-1 net=-1;                  -1 -1 0 -1 -1 0
            discount;             Discount; unblended=-2 net=-2;                         -2 -2 0 -2 -2 0
            EDP discount;         EdpDiscount; unblended=-3 net=0;                       -3 0 0 -3 0 0
            private rate;         PrivateRateDiscount; unblended=-4 net=0;               -4 0 0 -4 0 0
            RI volume discount;   RiVolumeDiscount; unblended=-5 net=0;                  -5 0 0 -5 0 0
            partner discount;     SppDiscount; unblended=-6 net=0;                       -6 0 0 -6 0 0
            flat rate;            FlatRateSubscription; unblended=15 net=15;             15 15 0 15 15 0
            flat rate, misspelt;  FlateRateSubscription; unblended=15 net=15;            15 15 0 15 15 0
            split cost child;     Usage; parent=1 split=0.4 unused=0.1;                  0 0 0 0 0 0
            Fargate, split;       Usage; unblended=0.2 net=0.2 split=0.2;                0.2 0.2 0 0.2 0.2 0
            unknown;              GenerativeDiscount; unblended=-0.7 net=-0.6;           -0.7 -0.6 0 -0.7 -0.6 0
            """;

    private static final Map<String, LineItemColumn> COLUMNS = Map.ofEntries(
            Map.entry("unblended", LineItemColumn.LINE_ITEM_UNBLENDED_COST),
            Map.entry("net", LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST),
            Map.entry("blended", LineItemColumn.LINE_ITEM_BLENDED_COST),
            Map.entry("list", LineItemColumn.PRICING_PUBLIC_ON_DEMAND_COST),
            Map.entry("ri", LineItemColumn.RESERVATION_RESERVATION_A_R_N),
            Map.entry("effective", LineItemColumn.RESERVATION_EFFECTIVE_COST),
            Map.entry("netEffective", LineItemColumn.RESERVATION_NET_EFFECTIVE_COST),
            Map.entry("unusedUpfront", LineItemColumn.RESERVATION_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD),
            Map.entry("unusedRecurring", LineItemColumn.RESERVATION_UNUSED_RECURRING_FEE),
            Map.entry(
                    "netUnusedUpfront", LineItemColumn.RESERVATION_NET_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD),
            Map.entry("netUnusedRecurring", LineItemColumn.RESERVATION_NET_UNUSED_RECURRING_FEE),
            Map.entry("plan", LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_A_R_N),
            Map.entry("planEffective", LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_EFFECTIVE_COST),
            Map.entry("netPlanEffective", LineItemColumn.SAVINGS_PLAN_NET_SAVINGS_PLAN_EFFECTIVE_COST),
            Map.entry("total", LineItemColumn.SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE),
            Map.entry("used", LineItemColumn.SAVINGS_PLAN_USED_COMMITMENT),
            Map.entry("upfront", LineItemColumn.SAVINGS_PLAN_AMORTIZED_UPFRONT_COMMITMENT_FOR_BILLING_PERIOD),
            Map.entry("recurring", LineItemColumn.SAVINGS_PLAN_RECURRING_COMMITMENT_FOR_BILLING_PERIOD),
            Map.entry("netUpfront", LineItemColumn.SAVINGS_PLAN_NET_AMORTIZED_UPFRONT_COMMITMENT_FOR_BILLING_PERIOD),
            Map.entry("netRecurring", LineItemColumn.SAVINGS_PLAN_NET_RECURRING_COMMITMENT_FOR_BILLING_PERIOD),
            Map.entry("parent", LineItemColumn.SPLIT_LINE_ITEM_PARENT_RESOURCE_ID),
            Map.entry("split", LineItemColumn.SPLIT_LINE_ITEM_SPLIT_COST),
            Map.entry("unused", LineItemColumn.SPLIT_LINE_ITEM_UNUSED_COST));

    private static final List<CostMeasure> MEASURES = List.of(CostMeasure.values());

    private record Case(String name, String type, Map<LineItemColumn, String> columns, List<String> costs) {
        static Case of(String line) {
            String[] fields = line.split(";", -1);
            Map<LineItemColumn, String> columns = Arrays.stream(fields[2].trim().split(" ", -1))
                    .map(text -> text.split("=", -1))
                    .collect(Collectors.toMap(pair -> Objects.requireNonNull(COLUMNS.get(pair[0])), pair -> pair[1]));
            List<String> costs = List.of(fields[3].trim().split(" ", -1));
            return new Case(fields[0], fields[1].trim(), columns, costs);
        }

        Row row() {
            return RowFactory.create(
                    Arrays.stream(LineItemColumn.values()).map(this::value).toArray());
        }

        private @Nullable Object value(LineItemColumn column) {
            String text = columns.get(column);
            if (column == LineItemColumn.IDENTITY_LINE_ITEM_ID) {
                return name;
            }
            if (column == LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE) {
                return type;
            }
            if (column.type() == ColumnType.DOUBLE) {
                return text == null ? 0.0 : Double.parseDouble(text);
            }
            return column.type() == ColumnType.STRING ? (text == null ? "" : "arn:aws:x::1:" + text) : null;
        }
    }

    @Test
    void everyLineItemTypeCostsWhatWasWorkedOutByHand() {
        Dataset<Row> costs = costs(cases(), Net.DELIVERED, AmountColumns::ofRow);

        assertThat(texts(costs)).containsExactlyElementsOf(expected(cases(), Net.DELIVERED));
    }

    @Test
    void withoutNetColumnsNetCostsAreTheOthers() {
        Dataset<Row> costs = costs(cases(), Net.ABSENT, AmountColumns::ofRow);

        assertThat(texts(costs)).containsExactlyElementsOf(expected(cases(), Net.ABSENT));
    }

    @Test
    void sumsAreThoseOfTheRows() {
        Dataset<Row> rows = rows(cases());
        Column[] sums = Arrays.stream(CostMeasure.values())
                .map(measure -> AmountColumns.ofRows(kind -> measure.of(kind, Net.DELIVERED)))
                .toArray(Column[]::new);

        Row total = rows.agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length)).first();

        for (int i = 0; i < sums.length; i++) {
            int measure = i;
            BigDecimal byHand = cases().stream()
                    .map(c -> new BigDecimal(c.costs().get(measure)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(total.getDecimal(i)).isEqualByComparingTo(byHand);
            assertThat(total.getDecimal(i).scale()).isEqualTo(Money.SCALE);
        }
    }

    @Test
    void theCasesNameEveryKnownTypeAndAnUnknownOne() {
        TreeSet<String> types = cases().stream().map(Case::type).collect(Collectors.toCollection(TreeSet::new));

        TreeSet<String> known = new TreeSet<>(LineItemTypes.known());
        known.add("GenerativeDiscount");
        assertThat(types).isEqualTo(known);
        assertThat(Arrays.stream(ChargeKind.values()).flatMap(kind -> kind.lineItemTypes().stream()))
                .containsExactlyInAnyOrderElementsOf(LineItemTypes.known());
    }

    @ParameterizedTest
    @CsvSource({
        "Fee, '', FEE",
        "Fee, arn:aws:ec2:us-east-1:1:reserved-instances/a, RESERVATION_UPFRONT",
        "Fee, arn:aws:ec2:us-east-1:1:reserved-instance-exchange/riex-1, RESERVATION_UPFRONT",
        "RIFee, arn:aws:ec2:us-east-1:1:reserved-instances/a, RESERVATION_FEE",
        "EdpDiscount, '', DISCOUNT",
        "usage, '', UNKNOWN",
        "'', '', UNKNOWN"
    })
    void aKindIsOfATypeAndAReservation(String type, String arn, ChargeKind kind) {
        assertThat(ChargeKind.of(type, arn)).isEqualTo(kind);
    }

    private static List<Case> cases() {
        return CASES.lines().map(Case::of).toList();
    }

    private static Dataset<Row> rows(List<Case> cases) {
        return TestSpark.session()
                .createDataFrame(cases.stream().map(Case::row).toList(), ColumnTypes.lineItemSchema())
                .withColumn(AmountColumns.KIND, AmountColumns.kind());
    }

    private static Dataset<Row> costs(
            List<Case> cases, Net net, Function<Function<ChargeKind, Amount>, Column> column) {
        return rows(cases)
                .select(Stream.concat(
                                Stream.of(col("identity_line_item_id")),
                                Arrays.stream(CostMeasure.values())
                                        .map(measure -> column.apply(kind -> measure.of(kind, net))))
                        .toArray(Column[]::new));
    }

    private static List<String> texts(Dataset<Row> costs) {
        return costs.collectAsList().stream()
                .map(row -> text(
                        row.getString(0),
                        Stream.of(1, 2, 3, 4, 5, 6).map(row::getDecimal).toList()))
                .toList();
    }

    private static List<String> expected(List<Case> cases, Net net) {
        return cases.stream()
                .map(c -> {
                    Map<CostMeasure, BigDecimal> costs = new HashMap<>();
                    for (int i = 0; i < c.costs().size(); i++) {
                        costs.put(MEASURES.get(i), new BigDecimal(c.costs().get(i)));
                    }
                    if (net == Net.ABSENT) {
                        costs.put(CostMeasure.NET_UNBLENDED, costs.get(CostMeasure.UNBLENDED));
                        costs.put(CostMeasure.NET_AMORTIZED, costs.get(CostMeasure.AMORTIZED));
                    }
                    return text(
                            c.name(),
                            Arrays.stream(CostMeasure.values()).map(costs::get).toList());
                })
                .toList();
    }

    private static String text(String name, List<BigDecimal> costs) {
        return name
                + costs.stream()
                        .map(cost -> String.format(
                                Locale.ROOT,
                                " %s",
                                cost.signum() == 0
                                        ? "0"
                                        : cost.stripTrailingZeros().toPlainString()))
                        .collect(Collectors.joining());
    }
}
