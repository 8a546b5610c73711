package io.curlake.jobs.run.accounts;

import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Deliveries of 'acme' written straight into {@code delivery} and {@code delivered_cost}, as loads would leave them. */
public final class TestCosts {
    private static final BigDecimal NOTHING = Money.of(0);

    private final Map<Partition, List<Row>> costs = new HashMap<>();
    private final List<Row> deliveries = new ArrayList<>();

    /** Usage of an account; with a commitment its use, at its effective cost. */
    public record Cost(
            String account, String name, String product, String commitment, String currency, String unblended) {
        public static Cost usage(String account, String name, String product, String unblended) {
            return new Cost(account, name, product, "", "USD", unblended);
        }

        public static Cost covered(String account, String commitment, String effective) {
            return new Cost(account, "", "AmazonEC2", commitment, "USD", effective);
        }

        Cost in(String other) {
            return new Cost(account, name, product, commitment, other, unblended);
        }

        private BigDecimal effective() {
            return commitment.isEmpty() ? NOTHING : Money.of(unblended);
        }
    }

    /** Adds a delivery that was loaded after those before it. */
    public TestCosts deliver(String format, String period, String id, Cost... parts) {
        recorded(format, period, id, parts);
        List<Row> rows =
                costs.computeIfAbsent(new Partition("acme", BillingPeriod.parse(period)), p -> new ArrayList<>());
        Arrays.stream(parts).map(part -> row(period, id, part)).forEach(rows::add);
        return this;
    }

    TestCosts deliver(String period, String id, Cost... parts) {
        return deliver("cur2-parquet", period, id, parts);
    }

    /** Adds a delivery whose cost nobody wrote down. */
    TestCosts recorded(String format, String period, String id, Cost... parts) {
        deliveries.add(RowFactory.create(
                "acme",
                period,
                id,
                "export",
                format,
                "adopted",
                "file:/manifest",
                "etag-" + id,
                new Row[] {},
                (long) parts.length,
                0L,
                new String[] {},
                Arrays.stream(parts).map(Cost::account).distinct().toArray(String[]::new),
                "fingerprint",
                "loaded",
                "load-" + deliveries.size(),
                Timestamp.from(Instant.parse("2026-11-01T00:00:00Z").plusSeconds(deliveries.size())),
                0L));
        return this;
    }

    /** Writes what was added since the last time, beside what is there of other periods. */
    public TestCosts write(TestWarehouse test) {
        Warehouse warehouse = test.warehouse();
        costs.forEach((partition, rows) -> warehouse
                .tables()
                .replace(TableName.DELIVERED_COST, partition)
                .write(warehouse.rows(TableName.DELIVERED_COST, rows))
                .commit("test"));
        warehouse
                .tables()
                .replaceAll(TableName.DELIVERY)
                .write(warehouse.rows(TableName.DELIVERY, deliveries))
                .commit("test");
        return this;
    }

    private static Row row(String period, String id, Cost cost) {
        return RowFactory.create(
                id,
                "etag-" + id,
                Date.valueOf(period + "-01"),
                cost.account(),
                cost.name(),
                cost.product(),
                cost.commitment().isEmpty() ? "Usage" : "DiscountedUsage",
                "AWS",
                "",
                cost.commitment(),
                cost.currency(),
                1L,
                cost.commitment().isEmpty() ? Money.of(cost.unblended()) : NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                cost.commitment().contains("savingsplan") ? NOTHING : cost.effective(),
                cost.commitment().contains("savingsplan") ? cost.effective() : NOTHING,
                0L,
                "acme",
                period);
    }
}
