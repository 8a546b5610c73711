package io.curlake.jobs.run.staging;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.export.parquet.Fit;
import io.curlake.jobs.lineitem.SortedLineItems;
import io.curlake.jobs.lineitem.scan.KeepRule;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.CurlakeConfig.Layout;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A pinned delivery that is read from its export. */
public record PinnedSource(
        SparkSession spark, DeliveryFinder finder, Delivery delivery, ReadableDelivery readable, KeepRule rule) {

    /** The way that the configuration and the files allow. */
    public Staging staging(Layout layout) {
        if (layout == Layout.REWRITE) {
            return new Rewriting(this, Optional.empty());
        }
        Fit fit = readable.fit();
        if (fit.misfit().isEmpty()) {
            return new Adoption(this, fit.columns());
        }
        boolean mightBeAdopted = delivery.format() == ExportFormat.CUR2_PARQUET
                && !delivery.files().isEmpty();
        return new Rewriting(this, fit.misfit().filter(why -> mightBeAdopted));
    }

    public SortedLineItems lineItems() {
        return sorted(spark, readable.rows(), rule);
    }

    /** Line items by a rule, wherever they are. */
    public static SortedLineItems sorted(SparkSession spark, Dataset<Row> lineItems, KeepRule rule) {
        Dataset<Row> connected = spark.createDataset(List.copyOf(rule.connected()), Encoders.STRING())
                .toDF();
        return SortedLineItems.of(lineItems, connected, rule.payer(), rule.period());
    }

    /**
     * Generated code drops the rows of unconnected accounts before it copies their hundred columns. The same code over
     * text, where every column is read by then, is one method so large that compiling it costs more than it saves.
     */
    public void chooseCodeGeneration() {
        spark.conf().set("spark.sql.codegen.maxFields", delivery.format().isParquet() ? "1000" : "20");
    }

    public void checkUnchanged() {
        finder.checkUnchanged(delivery);
    }
}
