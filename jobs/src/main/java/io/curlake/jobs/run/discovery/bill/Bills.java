package io.curlake.jobs.run.discovery.bill;

import static org.apache.spark.sql.functions.col;

import io.curlake.jobs.cost.amount.ExactAmounts;
import io.curlake.jobs.finding.bill.BillView;
import io.curlake.jobs.finding.bill.CommitmentUse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/** Bills as wholes: their commitments and their hours. */
public record Bills(Warehouse warehouse, BilledUsage usage) {
    /** What is to be covered by a commitment of a year must have been there for long. */
    private static final int DAYS = 90;

    public BillView of(BillWindow window) {
        BillingPeriod period = period(window);
        return new BillView(
                warehouse.config().source(window.source()).payer().value(),
                period,
                commitments(window, period),
                usage.computeHours(window, DAYS),
                window.from(DAYS),
                window.to(),
                warehouse.config().findings());
    }

    /** The newest that is over; where none was built that is, the running one. */
    private BillingPeriod period(BillWindow window) {
        Instant now = warehouse.clock().instant();
        BillingPeriod newest = new BillingPeriod(YearMonth.from(window.to()));
        return usage.periods(window.source())
                .filter(period -> !period.end().isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(newest);
    }

    private List<CommitmentUse> commitments(BillWindow window, BillingPeriod period) {
        return warehouse
                .tables()
                .readQuickly(TableName.COMMITMENT_DAILY, new Partition(window.source(), period))
                .filter(col("owner_is_connected")
                        .and(col("owner_account_id").isin(window.accounts().toArray())))
                .groupBy("commitment_arn", "commitment_type", "owner_account_id", "currency")
                .agg(ExactAmounts.total(col("committed_cost")), ExactAmounts.total(col("unused_cost")))
                .collectAsList()
                .stream()
                .map(row -> new CommitmentUse(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getDecimal(4),
                        row.getDecimal(5)))
                .toList();
    }
}
