package io.curlake.jobs.run.accounts;

import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Deliveries of 'acme' written straight into {@code delivery} and {@code delivered_cost}, as loads would leave them. */
public final class TestCosts {
    private static final BigDecimal NOTHING = Money.of(0);

    private final List<Row> costs = new ArrayList<>();
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
        Arrays.stream(parts).map(part -> row(period, id, part)).forEach(costs::add);
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
                0L,
                null,
                new String[0],
                new String[0],
                new String[0]));
        return this;
    }

    /** Writes all that was added, in the place of what is there. */
    public TestCosts write(TestWarehouse test) {
        write(test.warehouse(), TableName.DELIVERED_COST, costs);
        write(test.warehouse(), TableName.DELIVERY, deliveries);
        return this;
    }

    private static void write(Warehouse warehouse, TableName table, List<Row> rows) {
        warehouse
                .spark()
                .createDataFrame(rows, table.schema())
                .coalesce(1)
                .write()
                .format("delta")
                .mode("overwrite")
                .partitionBy(table.partitionColumns().toArray(String[]::new))
                .save(warehouse.tables().uri(table));
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
