package io.curlake.jobs.gold;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.lineitem.ColumnTypes;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.LineItemColumn;
import io.curlake.model.config.ExportConfig.Delivery;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One month of a sample organization in one format, as a load would read it. The format stands for the source. */
public record SampleLineItems(Dataset<Row> lineItems, Map<String, String> accountNames) {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");

    public static SampleLineItems in(Path folder, ExportFormat format) {
        Path bucket = folder.resolve("acme-billing");
        SampleSpec spec = SampleSpec.into(bucket.toString())
                .withSize(6, 1, 1_000)
                .withExport("acme-cur2", "exports", new AccountId("111122223333"))
                .withFormat(format, format == ExportFormat.LEGACY_PARQUET ? Delivery.OVERWRITE : Delivery.CREATE_NEW)
                .with(SampleVariant.SECOND_CURRENCY)
                .with(SampleVariant.EMPTY_USAGE_ACCOUNT);
        Warehouse warehouse = TestWarehouse.of(folder.resolve("warehouse"), bucket, format, "")
                .warehouse();
        Sample.write(TestSpark.session(), warehouse.storage(), spec);
        Map<String, String> names = Organization.of(spec).accounts().stream()
                .collect(Collectors.toMap(account -> account.id().value(), account -> account.name()));
        return new SampleLineItems(read(warehouse, format), names);
    }

    private static Dataset<Row> read(Warehouse warehouse, ExportFormat format) {
        SparkSession spark = warehouse.spark();
        DeliveryFinder finder =
                new DeliveryFinder(warehouse.storage(), warehouse.config().source("acme"));
        ReadableDelivery delivery =
                ReadableDelivery.open(spark, warehouse.storage(), finder.pin(OCTOBER), finder.errors(OCTOBER));
        Dataset<Row> rows = delivery.rows();
        Stream<Column> columns = Arrays.stream(LineItemColumn.values())
                .map(column -> delivery.columns().contains(column.columnName())
                        ? col(column.columnName())
                        : lit(null).cast(ColumnTypes.of(column.type())).as(column.columnName()));
        Stream<Column> partition = Stream.of(
                lit(format.toString()).as("source"), lit(OCTOBER.toString()).as("billing_period"));
        return rows.select(Stream.concat(columns, partition).toArray(Column[]::new));
    }
}
