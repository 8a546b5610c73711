package io.curlake.jobs.finding;

import java.math.BigDecimal;

/** What a resource cost in 30 days, of a few visible values: in USD, of no operation, and used once a day, until it says otherwise. */
public record TestCost(
        String resourceId, String usageType, String operation, String currency, String cost, String usage, int days) {
    public static TestCost of(String resourceId, String usageType, String cost) {
        return new TestCost(resourceId, usageType, "", "USD", cost, "1", 30);
    }

    public TestCost ofOperation(String name) {
        return new TestCost(resourceId, usageType, name, currency, cost, usage, days);
    }

    public TestCost in(String other) {
        return new TestCost(resourceId, usageType, operation, other, cost, usage, days);
    }

    public TestCost forUsage(String amount) {
        return new TestCost(resourceId, usageType, operation, currency, cost, amount, days);
    }

    public TestCost onDays(int number) {
        return new TestCost(resourceId, usageType, operation, currency, cost, usage, number);
    }

    UsageCost toUsageCost() {
        return new UsageCost(
                resourceId,
                "AmazonEC2",
                usageType,
                operation,
                currency,
                new BigDecimal(cost),
                new BigDecimal(usage),
                new BigDecimal(cost),
                days);
    }
}
