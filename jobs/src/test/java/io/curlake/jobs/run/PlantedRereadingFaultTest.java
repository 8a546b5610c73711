package io.curlake.jobs.run;

import static io.curlake.jobs.run.RewrittenExport.LABS;
import static io.curlake.jobs.run.RewrittenExport.OCTOBER;
import static io.curlake.jobs.run.RewrittenExport.WEB;
import static io.curlake.jobs.run.RewrittenExport.state;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.export.parquet.Fit;
import io.curlake.jobs.run.history.LoadHistory;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.period.PeriodLoad;
import io.curlake.jobs.run.period.PeriodTask;
import io.curlake.jobs.run.reconnection.LoadedSource;
import io.curlake.jobs.run.reconnection.RecordedDelivery;
import io.curlake.jobs.run.reconnection.Rereading;
import io.curlake.jobs.table.Partition;
import io.curlake.jobs.table.TableName;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.CurlakeConfig.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Defects planted into what is read again for a connected account: each is found, and nothing is visible. */
class PlantedRereadingFaultTest {
    private static final Column OF_WEB = col("line_item_usage_account_id").equalTo(WEB);
    private static final Column COST = col("line_item_unblended_cost");

    @TempDir
    static Path folder;

    private static TestWarehouse warehouse;
    private static Map<TableName, List<String>> before = Map.of();

    @BeforeAll
    static void loadAndConnectAnAccount() {
        warehouse =
                new RewrittenExport(folder, ExportFormat.LEGACY_CSV).deliver().warehouse("warehouse");
        warehouse.load();
        before = state(warehouse);
        warehouse.connect(WEB);
    }

    static Stream<Named<UnaryOperator<Dataset<Row>>>> faults() {
        return Stream.of(
                Named.of("a row is dropped", rows -> rows.filter(COST.notEqual(2))),
                Named.of("a row is there twice", rows -> rows.union(rows.filter(COST.equalTo(2)))),
                Named.of("the account is not there", rows -> rows.filter(OF_WEB.unary_$bang())),
                Named.of(
                        "a cost differs in its tenth place",
                        rows -> rows.withColumn(
                                "line_item_unblended_cost",
                                when(COST.equalTo(2), lit(2.0000000001)).otherwise(COST))),
                Named.of(
                        "a row counts as that of a file with less",
                        rows -> rows.withColumn(
                                "_file", when(COST.equalTo(64), 4).otherwise(col("_file")))),
                Named.of("rows have another type", rows -> rows.withColumn("line_item_line_item_type", lit("Tax"))),
                Named.of(
                        "rows of another account count as its own",
                        rows -> rows.withColumn(
                                "line_item_usage_account_id",
                                when(col("line_item_usage_account_id").equalTo(LABS), WEB)
                                        .otherwise(col("line_item_usage_account_id")))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isFound(UnaryOperator<Dataset<Row>> fault) {
        List<String> notices = new ArrayList<>();
        Progress watching = new Progress() {
            @Override
            public void notice(String sentence) {
                notices.add(sentence);
            }
        };
        Warehouse opened = warehouse.warehouse();
        DeliveryFinder finder = new DeliveryFinder(opened.storage(), warehouse.source());
        LoadedDelivery loaded =
                LoadHistory.of(opened).of(new Partition("acme", OCTOBER)).orElseThrow();
        Delivery delivery = loaded.pinned(finder);
        ReadableDelivery honest =
                ReadableDelivery.open(opened.spark(), opened.storage(), delivery, finder.errors(OCTOBER));
        ConnectedAccounts connected = new AccountRegister(opened).all();
        PeriodTask task = new PeriodTask(warehouse.source(), finder, delivery, connected, Optional.of(loaded));
        LoadedSource source = new LoadedSource(opened.spark(), finder, delivery, () -> new Faulty(honest, fault));

        Optional<PeriodLoad.Loaded> published = new PeriodLoad(opened, task, watching)
                .reconnect(
                        new Rereading(
                                task.rule(), RecordedDelivery.of(opened, loaded), source, Layout.ADOPT, told -> {}),
                        () -> {});

        assertThat(published).isEmpty();
        assertThat(notices)
                .containsExactly("billing period 2026-10 of 'acme': line_item no longer holds the delivery as it was "
                        + "loaded; reading it again");
        assertThat(state(warehouse)).isEqualTo(before);
        assertThat(warehouse.table(TableName.LINE_ITEM).stored())
                .isEqualTo(warehouse.table(TableName.LINE_ITEM).live());
    }

    /** A delivery whose rows reach the job through a fault. */
    private record Faulty(ReadableDelivery honest, UnaryOperator<Dataset<Row>> fault) implements ReadableDelivery {
        @Override
        public Set<String> columns() {
            return honest.columns();
        }

        @Override
        public Dataset<Row> rows() {
            return fault.apply(honest.rows());
        }

        @Override
        public Fit fit() {
            return Fit.not("the fault is in the rows");
        }

        @Override
        public DeliveredAmounts delivered() {
            throw new AssertionError("what is delivered is recorded");
        }
    }
}
