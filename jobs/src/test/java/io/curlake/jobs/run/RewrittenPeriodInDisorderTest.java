package io.curlake.jobs.run;

import static io.curlake.jobs.run.RewrittenExport.LABS;
import static io.curlake.jobs.run.RewrittenExport.OCTOBER;
import static io.curlake.jobs.run.RewrittenExport.PAYER;
import static io.curlake.jobs.run.RewrittenExport.WEB;
import static io.curlake.jobs.run.RewrittenExport.masked;
import static io.curlake.jobs.run.TestLineItem.usage;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.lineitem.Provenance;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.Tables;
import io.curlake.model.ExportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One disorder after the other: where the table does not hold a rewritten period as it was loaded, or the export not the
 * delivery, a change of accounts loads the period whole, says why, and leaves what it should.
 */
class RewrittenPeriodInDisorderTest {
    private static final Partition PARTITION = new Partition("acme", OCTOBER);
    private static final String NOT_AS_LOADED =
            "line_item no longer holds the delivery as it was loaded; reading it again";

    @TempDir
    static Path folder;

    private static RewrittenExport export;
    private static TestWarehouse warehouse;

    @BeforeAll
    static void connectAnAccountAndMaskItAgain() {
        export = new RewrittenExport(folder, ExportFormat.LEGACY_CSV).deliver();
        warehouse = export.warehouse("warehouse").connect(WEB);
        warehouse.load();
        warehouse.disconnect(Optional.empty(), WEB).load();
        assertThat(masked(warehouse)).isEqualTo(3);
    }

    static Stream<Arguments> disorders() {
        return Stream.of(
                disorder(
                        "a file vanished",
                        () -> removeFileThree().connect(WEB),
                        "line_item holds 2 of 3 line items of account " + WEB + "; reading the delivery again",
                        PAYER,
                        WEB),
                disorder("a row was deleted", () -> deleteARow().connect(LABS), NOT_AS_LOADED, PAYER, WEB, LABS),
                disorder(
                        "costs were forgotten",
                        () -> forgetCosts().disconnect(Optional.empty(), LABS),
                        "delivered_cost no longer holds the delivery; reading it again",
                        PAYER,
                        WEB),
                disorder(
                        "AWS wrote over it",
                        () -> deliverAnew().connect(LABS),
                        "FILE is no longer what it was when it was loaded; reading the newest delivery instead",
                        PAYER,
                        WEB,
                        LABS),
                disorder("a load was killed", () -> disconnectWebAndDie(), NOT_AS_LOADED, PAYER, LABS));
    }

    /** @param accounts connected by then */
    private static Arguments disorder(String name, Runnable disorder, String notice, String... accounts) {
        return Arguments.of(Named.of(name, disorder), notice, List.of(accounts));
    }

    @ParameterizedTest
    @MethodSource("disorders")
    void isLoadedWhole(Runnable disorder, String notice, List<String> accounts) {
        disorder.run();
        Told told = new Told();

        PeriodResult result = warehouse.loadPeriod(told);

        assertThat(result.error()).isEmpty();
        assertThat(told.deliveries).containsExactly("o1");
        assertThat(told.notices)
                .containsExactly("billing period 2026-10 of 'acme': "
                        + notice.replace("FILE", export.file(1).toString()));
        assertThat(costs(TableName.LINE_ITEM, "line_item_")).isEqualTo(RewrittenExport.rowsOf(accounts));
        assertThat(costs(TableName.UNCONNECTED_COST, "")).isEqualTo(RewrittenExport.groupsWithout(accounts));
    }

    /** "000000000042 2.0" for each row, sorted. */
    private static List<String> costs(TableName table, String prefix) {
        return tables().rows(table).stream()
                .map(row -> row.getAs(prefix + "usage_account_id") + " " + row.getAs(prefix + "unblended_cost"))
                .sorted()
                .toList();
    }

    @Test
    void ofManySmallFilesIsLoadedWholeIntoFewer(@TempDir Path other) {
        List<TestLineItem> items = new ArrayList<>(List.of(usage(OCTOBER, LABS, 0)));
        IntStream.rangeClosed(1, 8).forEach(cost -> items.add(usage(OCTOBER, PAYER, cost)));
        new TestExport(other.resolve("bucket")).deliver(OCTOBER, "o1", List.of(items));
        TestWarehouse many = TestWarehouse.in(other, ExportFormat.CUR2_PARQUET, "layout: rewrite");
        many.load();
        splitIntoEight(many);
        assertThat(many.table(TableName.LINE_ITEM).files()).hasSize(8);
        Told told = new Told();

        PeriodResult result = many.connect(LABS).loadPeriod(told);

        assertThat(result.error()).isEmpty();
        assertThat(told.notices)
                .containsExactly("billing period 2026-10 of 'acme': line_item has 8 small files for 1 delivered one; "
                        + "reading the delivery again");
        assertThat(many.table(TableName.LINE_ITEM).files()).hasSize(1);
        assertThat(many.lineItems()).hasSize(9);
    }

    /** As eight accounts leave it that were connected one after the other. */
    private static void splitIntoEight(TestWarehouse many) {
        Publication split = many.warehouse().tables().replace(TableName.LINE_ITEM, PARTITION);
        Dataset<Row> rows = many.read(TableName.LINE_ITEM).drop("source", "billing_period");
        IntStream.rangeClosed(1, 8)
                .forEach(cost ->
                        split.write(rows.filter(col("line_item_unblended_cost").equalTo(cost))
                                .withColumn(Provenance.FILE, lit(1))));
        split.keepingRows().commit("{}");
    }

    private static TestWarehouse removeFileThree() {
        tables().remove(TableName.LINE_ITEM, file -> file.name().startsWith("part-00003-"))
                .commit("{}");
        return warehouse;
    }

    private static TestWarehouse deleteARow() {
        warehouse
                .table(TableName.LINE_ITEM)
                .sql(
                        TestSpark.session(),
                        "DELETE FROM line_item WHERE line_item_usage_account_id = '" + WEB
                                + "' AND line_item_unblended_cost = 2");
        assertThat(masked(warehouse)).isEqualTo(1);
        return warehouse;
    }

    private static TestWarehouse forgetCosts() {
        tables().remove(TableName.DELIVERED_COST, file -> true).commit("{}");
        return warehouse;
    }

    private static TestWarehouse deliverAnew() {
        export.deliver();
        return warehouse;
    }

    /** An Error passes every catch of the load, as a kill does. */
    private static void disconnectWebAndDie() {
        warehouse.disconnect(Optional.empty(), WEB);
        assertThatThrownBy(() -> warehouse.loadPeriod(new Progress() {
                    @Override
                    public void reached(Step step, Partition partition) {
                        if (step == Step.LINE_ITEMS_COMMITTED) {
                            throw new Killed();
                        }
                    }
                }))
                .isInstanceOf(Killed.class);
        assertThat(masked(warehouse)).isEqualTo(3);
    }

    private static final class Killed extends Error {}

    private static Tables tables() {
        return warehouse.warehouse().tables();
    }

    /** What a load tells whoever watches it. */
    private static final class Told implements Progress {
        private final List<String> notices = new ArrayList<>();
        private final List<String> deliveries = new ArrayList<>();

        @Override
        public void notice(String sentence) {
            notices.add(sentence);
        }

        @Override
        public void loading(Delivery delivery) {
            deliveries.add(delivery.id());
        }
    }
}
