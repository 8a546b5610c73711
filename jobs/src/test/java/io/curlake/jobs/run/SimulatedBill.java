package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;

import io.curlake.model.BillingPeriod;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A payer's bill as it comes into being: lines are added to the days of the open month, earlier days are restated, and when
 * a month is over taxes, credits and invoice ids come. The same seed gives the same bill.
 */
final class SimulatedBill {
    static final List<String> LINKED = List.of("000000000042", "000000000043", "000000000044", "999988887777");

    private final Random random;
    private final TestExport export;
    private final Map<BillingPeriod, List<TestLineItem>> lines = new TreeMap<>();
    private int deliveries;

    SimulatedBill(long seed, TestExport export) {
        this.random = new Random(seed);
        this.export = export;
    }

    Map<BillingPeriod, List<TestLineItem>> lines() {
        return lines;
    }

    /** Adds to a day's usage, restates some earlier line, and delivers its month. */
    void deliver(LocalDate day) {
        BillingPeriod open = new BillingPeriod(YearMonth.from(day));
        List<TestLineItem> month = of(open);
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            month.add(line(open, day));
        }
        restate(month);
        deliver(open);
    }

    /** Closes a month with tax, credit and refund; the lines of its days get an invoice id. */
    void close(BillingPeriod month) {
        List<TestLineItem> items = of(month);
        items.replaceAll(item -> item.with("bill_invoice_id", "invoice of " + month));
        LocalDate first = month.month().atDay(1);
        for (String type : List.of("Tax", "Credit", "Refund")) {
            items.add(line(month, first)
                    .with("line_item_line_item_type", type)
                    .with("line_item_unblended_cost", type.equals("Tax") ? 1.9 : -amount()));
        }
        restate(items);
        deliver(month);
    }

    /** A late correction of a month that is over. */
    void correct(BillingPeriod month) {
        restate(of(month));
        deliver(month);
    }

    private void deliver(BillingPeriod period) {
        List<TestLineItem> month = of(period);
        int half = month.size() / 2;
        List<List<TestLineItem>> files =
                half == 0 ? List.of(month) : List.of(month.subList(0, half), month.subList(half, month.size()));
        export.deliver(period, "execution-%04d".formatted(++deliveries), files);
    }

    private List<TestLineItem> of(BillingPeriod month) {
        return lines.computeIfAbsent(month, p -> new ArrayList<>());
    }

    private void restate(List<TestLineItem> month) {
        int at = random.nextInt(month.size());
        switch (random.nextInt(6)) {
            case 0 -> month.set(at, month.get(at).with("line_item_unblended_cost", amount()));
            case 1 -> month.set(at, month.get(at).with("resource_tags", Map.of("user_team", "t" + random.nextInt(3))));
            case 2 -> month.set(at, month.get(at).with("line_item_product_code", "AmazonS3"));
            case 3 -> {
                if (month.size() > 3) {
                    month.remove(at);
                }
            }
            default -> {
                // Most deliveries only add.
            }
        }
    }

    private TestLineItem line(BillingPeriod period, LocalDate day) {
        String account = random.nextInt(4) == 0 ? TestExport.PAYER : LINKED.get(random.nextInt(LINKED.size()));
        return usage(period, account, amount())
                .with(
                        "line_item_usage_start_date",
                        Timestamp.from(day.atTime(random.nextInt(24), 0).toInstant(ZoneOffset.UTC)))
                .with("line_item_product_code", random.nextBoolean() ? "AmazonEC2" : "AWSLambda");
    }

    /** Amounts that binary fractions cannot hold. */
    private double amount() {
        return (1 + random.nextInt(100_000)) / 1e4 + random.nextInt(1000) / 1e10;
    }
}
