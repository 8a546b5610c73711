package io.curlake.jobs.run.build;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.storage.lock.WarehouseLock;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is built again, and when. */
class BuildLifeTest {
    private static final BillingPeriod SEPTEMBER = BillingPeriod.parse("2026-09");
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String ACCOUNT = "000000000042";
    private static final String OTHER = "000000000043";

    @TempDir
    private Path folder;

    private TestWarehouse test() {
        return TestWarehouse.in(folder);
    }

    private TestExport export() {
        return new TestExport(folder.resolve("bucket"));
    }

    @Test
    void whatIsBuiltFollowsWhatChanged() {
        twoPeriodsAreLoaded();

        assertThat(statuses(build())).containsExactly("2026-09 BUILT", "2026-10 BUILT");
        assertThat(costs()).containsExactly("2026-09 s-1 000000000042 1", "2026-10 o-1 000000000042 4");
        assertThat(statuses(build())).containsExactly("2026-09 UNCHANGED", "2026-10 UNCHANGED");

        export().deliver(OCTOBER, "o-2", List.of(List.of(usage(OCTOBER, ACCOUNT, 8))));
        test().load();
        assertThat(statuses(build())).containsExactly("2026-09 UNCHANGED", "2026-10 BUILT");
        assertThat(costs()).containsExactly("2026-09 s-1 000000000042 1", "2026-10 o-2 000000000042 8");
        assertThat(loads(TableName.DAILY_COST))
                .hasSize(2)
                .isEqualTo(loads(TableName.DAILY_RESOURCE_COST))
                .isEqualTo(loads(TableName.INVOICE))
                .isEqualTo(loads(TableName.GOLD_BUILD));

        test().connect(OTHER);
        test().load();
        assertThat(statuses(build())).containsExactly("2026-09 BUILT", "2026-10 UNCHANGED");
        assertThat(costs())
                .containsExactly(
                        "2026-09 s-1 000000000042 1", "2026-09 s-1 000000000043 2", "2026-10 o-2 000000000042 8");
    }

    @Test
    void whatTheLedgerDoesNotSayIsNotPublished() {
        twoPeriodsAreLoaded();
        build(OCTOBER);
        String loadId = LoadHistory.of(test().warehouse())
                .of(new Partition("acme", OCTOBER))
                .orElseThrow()
                .loadId();
        rewrite(
                OCTOBER,
                rows -> rows.withColumn(
                        "line_item_unblended_cost",
                        col("line_item_unblended_cost").plus(1)),
                loadId);
        aBuildIsInterrupted();

        BuildSummary summary = build(OCTOBER);

        assertThat(summary.exitCode()).isEqualTo(ExitCode.LEDGER_UNBALANCED);
        assertThat(summary.periods().get(0).refusal().orElseThrow())
                .hasMessage("Cannot build billing period 2026-10 of 'acme': "
                        + "unblended_cost of daily_cost in USD is 5 and should be 4; "
                        + "net_unblended_cost of daily_cost in USD is 5 and should be 4; "
                        + "unblended_cost of daily_resource_cost in USD is 5 and should be 4; "
                        + "net_unblended_cost of daily_resource_cost in USD is 5 and should be 4; "
                        + "net_unblended_cost of focus_cost_and_usage in USD is 5 and should be 4; "
                        + "unblended_cost of invoice in USD is 5 and should be 4; "
                        + "net_unblended_cost of invoice in USD is 5 and should be 4. "
                        + "Nothing was published. This is a defect of curlake: please report it with these figures.");
        assertThat(costs()).containsExactly("2026-10 o-1 000000000042 4");

        rewrite(OCTOBER, rows -> rows, "a load that was never recorded");
        assertThat(build(OCTOBER).periods().get(0).refusal().orElseThrow())
                .hasMessage("Cannot build billing period 2026-10 of 'acme': a load of it was interrupted. Run 'curlake "
                        + "load', which completes it, and build again.");

        test().load();
        assertThat(statuses(build(OCTOBER))).containsExactly("2026-10 BUILT");
        aBuildIsInterrupted();
        assertThat(statuses(build(OCTOBER))).containsExactly("2026-10 BUILT");
        assertThat(costs()).containsExactly("2026-10 o-1 000000000042 4");
    }

    @Test
    void withoutALoadOrTheLockNothingIsBuilt() {
        assertThatThrownBy(() -> build(SEPTEMBER))
                .hasMessage(
                        "Cannot build gold tables: no billing period that was asked for is loaded. Run 'curlake load' "
                                + "first.");
        try (WarehouseLock lock = test().warehouse().lock("load")) {
            assertThat(lock.notice()).isEmpty();
            assertThatThrownBy(this::build)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("another run holds its lock: load by ");
        }
    }

    private void twoPeriodsAreLoaded() {
        export().deliver(SEPTEMBER, "s-1", List.of(List.of(usage(SEPTEMBER, ACCOUNT, 1), usage(SEPTEMBER, OTHER, 2))))
                .deliver(OCTOBER, "o-1", List.of(List.of(usage(OCTOBER, ACCOUNT, 4))));
        test().connect(ACCOUNT).load();
    }

    private void aBuildIsInterrupted() {
        test().warehouse().tables().remove(TableName.GOLD_BUILD, file -> true).commit("{}");
    }

    private List<String> loads(TableName table) {
        return test().texts(table, "concat_ws(' ', billing_period, delivery_id, load_id)").stream()
                .distinct()
                .toList();
    }

    private void rewrite(BillingPeriod period, java.util.function.UnaryOperator<Dataset<Row>> change, String label) {
        Partition partition = new Partition("acme", period);
        Dataset<Row> rows = change.apply(test().warehouse()
                .tables()
                .read(TableName.LINE_ITEM, partition)
                .drop("source", "billing_period")
                .localCheckpoint());
        test().warehouse()
                .tables()
                .replace(TableName.LINE_ITEM, partition)
                .write(rows)
                .labelled(label)
                .commit("{}");
    }

    private BuildSummary build(BillingPeriod... periods) {
        return new Build(test().warehouse(), sentence -> {})
                .run(new LoadRequest(List.of(), List.of(periods), Set.of()));
    }

    private List<String> costs() {
        return test().texts(
                        TableName.DAILY_COST,
                        "concat_ws(' ', billing_period, delivery_id, usage_account_id, cast(unblended_cost as int))");
    }

    private static List<String> statuses(BuildSummary summary) {
        return summary.periods().stream()
                .map(period -> period.partition().period() + " " + period.status())
                .toList();
    }
}
