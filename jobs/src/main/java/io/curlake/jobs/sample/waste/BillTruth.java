package io.curlake.jobs.sample.waste;

import io.curlake.jobs.sample.line.LineItem;
import io.curlake.model.AccountId;
import io.curlake.model.LineItemColumn;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What must be found about a sample's bill as a whole: commitments that are not used up, and steady use of compute. */
final class BillTruth {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int DAYS = 90;
    private static final BigDecimal HOURS_OF_A_DAY = BigDecimal.valueOf(24);
    private static final int ONE_IN_TWENTY = 20;
    private static final int PLACES = 18;
    private static final String GLOBAL = "global";

    private final AccountId payer;
    private final Set<String> accounts = new HashSet<>();
    private final long newestMonth;
    private final long lastDay;
    private final Map<Commitment, BigDecimal> unused = new HashMap<>();
    private final Set<Long> hours = new HashSet<>();
    private final Map<String, Map<Long, BigDecimal>> compute = new TreeMap<>();

    private record Commitment(String arn, String owner) {}

    /**
     * @param accounts the connected ones
     * @param newestMonth its start, milliseconds
     * @param lastDay of the bill, days since 1970
     */
    BillTruth(AccountId payer, Set<AccountId> accounts, long newestMonth, long lastDay) {
        this.payer = payer;
        accounts.forEach(account -> this.accounts.add(account.value()));
        this.newestMonth = newestMonth;
        this.lastDay = lastDay;
    }

    void add(LineItem item) {
        if (!accounts.contains(item.text(LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID))) {
            return;
        }
        long start = item.time(LineItemColumn.LINE_ITEM_USAGE_START_DATE);
        if (start >= newestMonth) {
            addUnused(item);
        }
        long length = item.time(LineItemColumn.LINE_ITEM_USAGE_END_DATE) - start;
        long day = start / DAY;
        if (length <= DAY && day > lastDay - DAYS && day <= lastDay) {
            addHours(item, start, length / HOUR);
        }
    }

    private void addUnused(LineItem item) {
        switch (item.text(LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE)) {
            case "SavingsPlanRecurringFee" ->
                addUnused(
                        item,
                        LineItemColumn.SAVINGS_PLAN_SAVINGS_PLAN_A_R_N,
                        of(item, LineItemColumn.SAVINGS_PLAN_TOTAL_COMMITMENT_TO_DATE)
                                .subtract(of(item, LineItemColumn.SAVINGS_PLAN_USED_COMMITMENT)));
            case "RIFee" ->
                addUnused(
                        item,
                        LineItemColumn.RESERVATION_RESERVATION_A_R_N,
                        of(item, LineItemColumn.RESERVATION_UNUSED_AMORTIZED_UPFRONT_FEE_FOR_BILLING_PERIOD)
                                .add(of(item, LineItemColumn.RESERVATION_UNUSED_RECURRING_FEE)));
            default -> {
                // Nothing else says what a commitment left unused.
            }
        }
    }

    private void addUnused(LineItem item, LineItemColumn commitment, BigDecimal cost) {
        unused.merge(
                new Commitment(item.text(commitment), item.text(LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID)),
                cost,
                BigDecimal::add);
    }

    private void addHours(LineItem item, long start, long length) {
        Map<Long, BigDecimal> costs =
                compute.computeIfAbsent(item.text(LineItemColumn.LINE_ITEM_CURRENCY_CODE), any -> new TreeMap<>());
        BigDecimal anHour = isCompute(item)
                ? net(item).divide(BigDecimal.valueOf(length), PLACES, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
        for (long hour = start / HOUR; hour < start / HOUR + length; hour++) {
            hours.add(hour);
            costs.merge(hour, anHour, BigDecimal::add);
        }
    }

    private static boolean isCompute(LineItem item) {
        String type = item.text(LineItemColumn.LINE_ITEM_USAGE_TYPE);
        boolean isOfEc2 = item.text(LineItemColumn.LINE_ITEM_PRODUCT_CODE).equals("AmazonEC2");
        return item.text(LineItemColumn.LINE_ITEM_LINE_ITEM_TYPE).equals("Usage")
                && !type.contains("Spot")
                && ((isOfEc2 && type.contains("BoxUsage:"))
                        || type.contains("Fargate-")
                        || type.contains("Lambda-GB-Second"));
    }

    static BigDecimal net(LineItem item) {
        LineItemColumn column = item.hasNumber(LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST)
                ? LineItemColumn.LINE_ITEM_NET_UNBLENDED_COST
                : LineItemColumn.LINE_ITEM_UNBLENDED_COST;
        return of(item, column);
    }

    private static BigDecimal of(LineItem item, LineItemColumn column) {
        return Money.of(item.number(column));
    }

    List<PlantedFinding> findings() {
        List<PlantedFinding> all = new ArrayList<>();
        unused.forEach((commitment, cost) -> {
            if (cost.compareTo(BigDecimal.ONE) >= 0) {
                all.add(new PlantedFinding(
                        "unused-commitment", commitment.owner(), GLOBAL, commitment.arn(), Optional.of(cost)));
            }
        });
        compute.forEach((currency, costs) -> {
            List<BigDecimal> ascending = new ArrayList<>();
            hours.forEach(hour -> ascending.add(costs.getOrDefault(hour, BigDecimal.ZERO)));
            Collections.sort(ascending);
            BigDecimal steady = ascending.get(ascending.size() / ONE_IN_TWENTY);
            if (steady.multiply(HOURS_OF_A_DAY).compareTo(BigDecimal.ONE) >= 0) {
                all.add(new PlantedFinding(
                        "uncovered-usage", payer.value(), GLOBAL, "compute on demand, " + currency, Optional.empty()));
            }
        });
        return all;
    }
}
