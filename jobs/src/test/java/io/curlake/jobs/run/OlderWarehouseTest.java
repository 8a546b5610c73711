package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse whose table {@code delivery} has not yet the columns that came later. */
class OlderWarehouseTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");

    @TempDir
    Path folder;

    @Test
    void itIsReadAndGetsTheNewColumnsAndFieldsWithTheNextLoad() {
        TestExport export = new TestExport(folder.resolve("bucket"))
                .deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, TestExport.PAYER, 1))));
        TestWarehouse warehouse = TestWarehouse.in(folder);
        warehouse.load();
        age(warehouse);

        assertThat(warehouse.loadPeriod().status()).isEqualTo(Status.UNCHANGED);
        export.deliver(OCTOBER, "e2", List.of(List.of(usage(OCTOBER, TestExport.PAYER, 2))));
        PeriodResult loaded = warehouse.loadPeriod();

        assertThat(loaded.error()).isEmpty();
        assertThat(loaded.warnings()).isEmpty();
        assertThat(warehouse.loadPeriod().status()).isEqualTo(Status.UNCHANGED);
        assertThat(warehouse.reconcile(OCTOBER).status()).isEqualTo(Status.PROVED);
        assertThat(warehouse.texts(
                        TableName.DELIVERY,
                        "concat_ws(' ', delivery_id, string(column_types is null), string(contract is null), "
                                + "files[0].rows, string(files[0].version_id is null))"))
                .containsExactly("e1 true true 1 true", "e2 false false 1 true");
        assertThat(warehouse.warehouse().tables().rows(TableName.DELIVERY)).hasSize(2);
    }

    /** Takes from the table what earlier versions did not write. */
    private static void age(TestWarehouse warehouse) {
        Dataset<Row> old = warehouse
                .read(TableName.DELIVERY)
                .drop("manifest_version_id", "column_types", "contract")
                .withColumn(
                        "files",
                        org.apache.spark.sql.functions.expr("transform(files, f -> named_struct('key', f.key, 'size', "
                                + "f.size, 'etag', f.etag, 'rows', f.rows))"));
        List<Row> rows = old.collectAsList();
        String uri = warehouse.warehouse().tables().uri(TableName.DELIVERY);
        warehouse.warehouse().storage().delete(uri);
        warehouse
                .warehouse()
                .spark()
                .createDataFrame(rows, old.schema())
                .write()
                .format("delta")
                .save(uri);
    }
}
