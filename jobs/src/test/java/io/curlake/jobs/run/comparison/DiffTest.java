package io.curlake.jobs.run.comparison;

import static io.curlake.jobs.restatement.TestCost.cost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.restatement.DeliveryPair;
import io.curlake.jobs.restatement.Restatements;
import io.curlake.jobs.restatement.TestCost;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestLineItem;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four deliveries of October, of which the first was never loaded, and the files of the second are gone. The table
 * {@code delivered_cost} keeps the newest two; {@code restatement} leads there from the second.
 */
class DiffTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final Partition PARTITION = new Partition("acme", OCTOBER);
    private static final String WEB = "000000000042";

    private static final List<TestCost> SECOND = List.of(cost(1, "Usage", "1"), cost(9, "Usage", "2"));
    private static final List<TestCost> THIRD = List.of(cost(1, "Usage", "1.5").rows(2), cost(9, "Usage", "2"));
    private static final List<TestCost> FOURTH = List.of(
            cost(1, "Usage", "1.5").rows(2), cost(9, "Usage", "2"), cost(1, "Credit", "-0.25"), cost(10, "Usage", "4"));

    @TempDir
    static Path folder;

    private static TestWarehouse warehouse;

    @BeforeAll
    static void deliverAndLoad() throws IOException {
        warehouse = TestWarehouse.in(folder);
        deliver("first-1", List.of(item(1, "Usage", 0.75)));
        deliver("second-2", List.of(item(1, "Usage", 1), item(9, "Usage", 2)));
        warehouse.loadPeriod();
        deliver("third-3", List.of(item(1, "Usage", 1), item(1, "Usage", 0.5), item(9, "Usage", 2)));
        warehouse.loadPeriod();
        deliver(
                "fourth-4",
                List.of(
                        item(1, "Usage", 1),
                        item(1, "Usage", 0.5),
                        item(9, "Usage", 2),
                        item(1, "Credit", -0.25),
                        item(10, "Usage", 4)));
        warehouse.loadPeriod();
        Files.delete(folder.resolve("bucket").resolve(dataFile("second-2")));
        write(TableName.DELIVERED_COST, kept("third-3", THIRD).unionAll(kept("fourth-4", FOURTH)));
        write(
                TableName.RESTATEMENT,
                restatement("second-2", SECOND, "third-3", THIRD)
                        .unionAll(restatement("third-3", THIRD, "fourth-4", FOURTH)));
    }

    @Test
    void theLastTwoDeliveriesAreComparedUnlessOthersAreNamed() {
        DeliveryDiff diff = diff(DiffRequest.PREVIOUS, DiffRequest.NEWEST, 1);

        assertThat(diff.from()).isEqualTo("third-3");
        assertThat(diff.to()).isEqualTo("fourth-4");
        assertThat(causes(diff)).containsExactly("new_charges 1 keys +1 rows 4", "credit 1 keys +1 rows -0.25");
        assertThat(diff.largest()).singleElement().satisfies(key -> {
            assertThat(key.day()).isEqualTo("2026-10-10");
            assertThat(key.change()).isEqualByComparingTo("4");
        });
        assertThat(totals(diff)).containsExactly("USD 3 rows 3.5 → 5 rows 7.25");
        assertThat(diff.notices()).isEmpty();
    }

    @Test
    void whatIsNoLongerKeptIsToldByTheRestatementsBetween() {
        DeliveryDiff diff = diff("sec", "newest", 20);

        assertThat(causes(diff))
                .containsExactly(
                        "new_charges 1 keys +1 rows 4", "credit 1 keys +1 rows -0.25", "late_usage 1 keys +1 rows 0.5");
        assertThat(totals(diff)).containsExactly("USD 2 rows 3 → 5 rows 7.25");
        assertThat(diff.notices()).containsExactly("from the restatements of 2 loads");
    }

    @Test
    void aDeliveryThatWasNeverLoadedIsReadFromTheExport() {
        DeliveryDiff diff = diff("first", "fourth", 20);

        assertThat(causes(diff)).containsExactly("new_charges 4 keys +4 rows 6.5");
        assertThat(totals(diff)).containsExactly("USD 1 rows 0.75 → 5 rows 7.25");
        assertThat(diff.notices()).containsExactly("read again from the export: 'first-1'");
    }

    @Test
    void theOtherWayRoundEverythingIsGoneThatWasNew() {
        DeliveryDiff diff = diff("fourth-4", "third-3", 20);

        assertThat(causes(diff)).containsExactly("new_charges 1 keys -1 rows -4", "credit 1 keys -1 rows 0.25");
    }

    @Test
    void whatCannotBeComparedIsRefusedWithWhatCan() {
        assertRefused(
                () -> diff("first-1", "second-2", 20),
                ExitCode.DELIVERY_UNREADABLE,
                "delivered_cost no longer keeps 'second-2', the table restatement does not lead from the one to the other, "
                        + "and the delivered files are gone or changed. Deliveries that can be compared: 'third-3', "
                        + "'fourth-4'.");
        assertRefused(
                () -> diff("sixth", "newest", 20),
                ExitCode.USAGE,
                "no delivery's id begins with 'sixth'. Known are 'second-2', 'third-3', 'fourth-4', 'first-1'.");
        assertRefused(
                () -> diff("f", "newest", 20),
                ExitCode.USAGE,
                "'f' is the beginning of 'fourth-4', 'first-1'. Write more of it.");
        assertRefused(
                () -> diff("newest", "fourth", 20),
                ExitCode.USAGE,
                "'fourth-4' is compared with itself. Name two deliveries.");
    }

    @Test
    void aBrokenChainIsNoAnswer() {
        Dataset<Row> all = warehouse.warehouse().tables().read(TableName.RESTATEMENT, PARTITION);
        List<Row> rows = all.collectAsList();
        write(TableName.RESTATEMENT, restatement("third-3", THIRD, "fourth-4", FOURTH));

        assertRefused(
                () -> diff("second-2", "fourth-4", 20),
                ExitCode.DELIVERY_UNREADABLE,
                "delivered_cost no longer keeps 'second-2', the table restatement does not lead from the one to the other, "
                        + "and the delivered files are gone or changed. Deliveries that can be compared: 'third-3', "
                        + "'fourth-4'.");

        write(TableName.RESTATEMENT, warehouse.warehouse().rows(TableName.RESTATEMENT, rows));
    }

    private static DeliveryDiff diff(String from, String to, int limit) {
        return new Diff(
                        warehouse.warehouse(),
                        new DiffRequest(warehouse.warehouse().config().source("acme"), OCTOBER, from, to, limit))
                .run();
    }

    private static List<String> causes(DeliveryDiff diff) {
        return diff.causes().stream()
                .map(total -> "%s %d keys %+d rows %s"
                        .formatted(
                                total.cause().value(),
                                total.keys(),
                                total.rows(),
                                total.unblended().stripTrailingZeros().toPlainString()))
                .toList();
    }

    private static List<String> totals(DeliveryDiff diff) {
        return diff.totals().stream()
                .map(total -> total.currency() + " " + text(total.before()) + " → " + text(total.after()))
                .toList();
    }

    private static String text(CurrencyTotal.Side side) {
        return side.rows() + " rows " + side.unblended().stripTrailingZeros().toPlainString();
    }

    private static void assertRefused(Runnable diff, ExitCode exitCode, String reason) {
        assertThatThrownBy(diff::run)
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot diff billing period 2026-10 of 'acme': " + reason)
                .satisfies(e -> assertThat(((Refusal) e).exitCode()).isEqualTo(exitCode));
    }

    /** With the manifest that stays, as create-new delivery leaves it. */
    private static void deliver(String id, List<TestLineItem> items) throws IOException {
        new TestExport(folder.resolve("bucket")).deliver(OCTOBER, id, List.of(items));
        Path newest =
                folder.resolve("bucket/exports/acme-cur2/metadata/BILLING_PERIOD=2026-10/acme-cur2-Manifest.json");
        Path own = newest.resolveSibling("2026-11-02T13:14:43.337Z-" + id).resolve("acme-cur2-Manifest.json");
        Files.createDirectories(own.getParent());
        Files.copy(newest, own);
    }

    private static String dataFile(String id) {
        return "exports/acme-cur2/data/BILLING_PERIOD=2026-10/2026-11-02T13:14:43.337Z-" + id
                + "/acme-cur2-00001.snappy.parquet";
    }

    private static TestLineItem item(int day, String type, double cost) {
        Map<String, Object> values =
                new LinkedHashMap<>(TestLineItem.usage(OCTOBER, WEB, cost).values());
        values.put("line_item_usage_start_date", Timestamp.from(OCTOBER.start().plus(Duration.ofDays(day - 1))));
        values.put("line_item_line_item_type", type);
        return new TestLineItem(values);
    }

    private static Dataset<Row> kept(String id, List<TestCost> costs) {
        String version = loaded(id).manifest().version();
        return TestCost.dataset(costs.stream()
                .map(cost -> cost.with("delivery_id", id).with("manifest_etag", version))
                .toList());
    }

    private static Dataset<Row> restatement(String from, List<TestCost> before, String to, List<TestCost> after) {
        return Restatements.between(
                TestCost.dataset(before),
                TestCost.dataset(after),
                new DeliveryPair(from, to, loaded(to).loadedAt()));
    }

    private static LoadedDelivery loaded(String id) {
        return LoadedDeliveries.of(warehouse.warehouse(), PARTITION).of(id).orElseThrow();
    }

    private static void write(TableName table, Dataset<Row> rows) {
        warehouse
                .warehouse()
                .tables()
                .replace(table, PARTITION)
                .write(rows.coalesce(1))
                .commit("{}");
    }
}
