package io.curlake.jobs.cli;

import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleSummary;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.Refusal;
import io.curlake.model.config.ExportConfig.Delivery;
import io.curlake.model.config.ExportConfig.Granularity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = "Write a synthetic organization's export in AWS's layout, with its true totals.")
final class SampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions options;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "URI",
            description = "What stands for the bucket: a folder, or s3a://bucket.")
    private String out = "";

    @Option(names = "--seed", defaultValue = "42", description = "Equal seeds give equal samples.")
    private long seed;

    @Option(names = "--accounts", defaultValue = "12", description = "Accounts, the payer included.")
    private int accounts;

    @Option(names = "--months", defaultValue = "3", description = "Billing periods; the newest is still open.")
    private int months;

    @Option(names = "--rows", defaultValue = "30000", description = "Line items of all months together.")
    private long rows;

    @Option(names = "--rows-per-file", defaultValue = "1000000", description = "When a new data file starts.")
    private long rowsPerFile;

    @Option(
            names = "--format",
            defaultValue = "cur2-parquet",
            description = "cur2-parquet, cur2-csv, legacy-csv or legacy-parquet.")
    private String format = "";

    @Option(names = "--delivery", description = "create-new or overwrite; legacy-parquet has only the second.")
    private String delivery = "";

    @Option(names = "--daily", description = "A line item covers a day instead of an hour.")
    private boolean daily;

    @Option(names = "--no-split-cost", description = "Without split cost allocation: 116 columns instead of 127.")
    private boolean noSplitCost;

    @Option(names = "--second-currency", description = "Some accounts pay in CNY.")
    private boolean secondCurrency;

    @Option(names = "--restate", paramLabel = "YYYY-MM", description = "Deliver a period of a written sample again.")
    private String restate = "";

    @Override
    public Integer call() {
        SampleSpec sample = sample();
        SparkSession spark = SparkSessions.open(options.configIfNamed());
        try {
            Storage storage = new Storage(spark.sparkContext().hadoopConfiguration());
            SampleSummary summary = restate.isEmpty()
                    ? Sample.write(spark, storage, sample)
                    : Sample.restate(spark, storage, sample, period());
            spec.commandLine().getOut().println(options.isJson() ? json(summary) : words(summary));
            return 0;
        } finally {
            spark.stop();
        }
    }

    private SampleSpec sample() {
        ExportFormat chosen = ExportFormat.of(format)
                .orElseThrow(() -> Refusal.usage("Cannot write a sample: '" + format + "' is none of "
                        + Arrays.stream(ExportFormat.values())
                                .map(ExportFormat::toString)
                                .toList() + "."));
        SampleSpec sample = SampleSpec.into(Storage.uri(out))
                .withSeed(seed)
                .withSize(accounts, months, rows)
                .withRowsPerFile(rowsPerFile)
                .withFormat(chosen, delivery(chosen))
                .withGranularity(daily ? Granularity.DAILY : Granularity.HOURLY);
        SampleSpec split = noSplitCost ? sample.without(SampleVariant.SPLIT_COST) : sample;
        return secondCurrency ? split.with(SampleVariant.SECOND_CURRENCY) : split;
    }

    private Delivery delivery(ExportFormat chosen) {
        if (delivery.isEmpty()) {
            return chosen == ExportFormat.LEGACY_PARQUET ? Delivery.OVERWRITE : Delivery.CREATE_NEW;
        }
        return Arrays.stream(Delivery.values())
                .filter(d -> d.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(delivery))
                .findFirst()
                .orElseThrow(() -> Refusal.usage(
                        "Cannot write a sample: '" + delivery + "' is neither create-new nor overwrite."));
    }

    private BillingPeriod period() {
        return Arguments.periods(List.of(restate)).get(0);
    }

    private String words(SampleSummary summary) {
        return String.format(
                Locale.ROOT,
                "Wrote %,d line items of %d periods in %d files, %,d bytes, below %s. Their true totals are in %s",
                summary.rows(),
                summary.periods().size(),
                summary.files(),
                summary.bytes(),
                out,
                summary.truth());
    }

    private static String json(SampleSummary summary) {
        return "{\"verb\":\"sample\",\"rows\":%d,\"files\":%d,\"bytes\":%d,\"truth\":\"%s\"}"
                .formatted(summary.rows(), summary.files(), summary.bytes(), summary.truth());
    }
}
