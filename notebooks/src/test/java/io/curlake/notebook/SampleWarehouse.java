package io.curlake.notebook;

import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.cli.SparkSessions;
import io.curlake.jobs.discovery.search.AwsSearch;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.Load;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.build.Build;
import io.curlake.jobs.run.discovery.Discover;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.jobs.sample.waste.Inventory;
import io.curlake.jobs.storage.hadoop.LocalDisk;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.ExportConfig.Delivery;
import io.curlake.sandbox.aws.AwsStandIn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * A small organization with something for every notebook: a month, a payer with two connected linked accounts and an
 * unconnected one, a restatement, a discovery with waste.
 */
final class SampleWarehouse {
    static final String SOURCE = "acme";
    static final BillingPeriod PERIOD = BillingPeriod.parse("2026-10");

    private SampleWarehouse() {}

    /** @param folder where everything lies; the tables in its folder {@code warehouse} */
    static Warehouse in(Path folder) {
        SampleSpec sample = SampleSpec.into(folder.resolve("acme-billing").toString())
                .withSize(4, 1, 4_000)
                .withFormat(ExportFormat.CUR2_PARQUET, Delivery.CREATE_NEW)
                .withExport("acme-cur2", "exports", new AccountId("111122223333"))
                .withLastPeriod(PERIOD)
                .with(SampleVariant.PLANTED_WASTE);
        try (AwsStandIn aws = AwsStandIn.start(folder.resolve("aws"))) {
            CurlakeConfig config = config(folder, aws);
            SparkSession spark = spark(config);
            Warehouse warehouse = Warehouse.open(spark, config, Clock.systemUTC());
            Sample.write(spark, warehouse.storage(), sample);
            connect(warehouse, sample);
            load(warehouse);
            Sample.restate(spark, warehouse.storage(), sample, PERIOD);
            load(warehouse);
            new Build(warehouse, sentence -> {}).run(LoadRequest.EVERYTHING);
            aws.cloud().load(Inventory.of(sample));
            Clock seen = Clock.fixed(Inventory.seen(sample), ZoneOffset.UTC);
            Warehouse then = new Warehouse(spark, warehouse.storage(), warehouse.tables(), config, seen);
            new Discover(then, AwsSearch.of(config, seen), sentence -> {}).run(List.of());
            return warehouse;
        }
    }

    /** In this process. Each query runs once, over few rows: to compile it costs more than it saves. */
    private static SparkSession spark(CurlakeConfig config) {
        Map.of(
                        "spark.master", "local[2]",
                        "spark.ui.enabled", "false",
                        "spark.driver.host", "127.0.0.1",
                        "spark.driver.bindAddress", "127.0.0.1",
                        "spark.hadoop.fs.file.impl", LocalDisk.class.getName(),
                        "spark.sql.shuffle.partitions", "1",
                        "spark.sql.adaptive.enabled", "false",
                        "spark.databricks.delta.snapshotPartitions", "1",
                        "spark.sql.codegen.wholeStage", "false",
                        "spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .forEach(System::setProperty);
        return SparkSessions.open(config);
    }

    private static void connect(Warehouse warehouse, SampleSpec sample) {
        new AccountRegister(warehouse)
                .connect(
                        warehouse.config().source(SOURCE),
                        Organization.of(sample).accounts().stream()
                                .skip(1)
                                .limit(2)
                                .map(account -> new AccountsFile.Line(account.id(), account.name(), Optional.empty()))
                                .toList());
    }

    private static void load(Warehouse warehouse) {
        new Load(warehouse, Progress.SILENT)
                .run(LoadRequest.EVERYTHING)
                .periods()
                .forEach(period -> {
                    if (period.toString().contains("REFUSED")) {
                        throw new AssertionError(period.toString());
                    }
                });
    }

    private static CurlakeConfig config(Path folder, AwsStandIn aws) {
        return ConfigFile.parse(
                "the sample's configuration",
                """
                warehouse: %s
                s3: {access-key: "%s", secret-key: "%s"}
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet}
                    mirror: %s
                discovery: {endpoint: "%s", role: "arn:aws:iam::{account}:role/look"}
                """.formatted(
                                folder.resolve("warehouse"),
                                aws.accessKey(),
                                aws.secretKey(),
                                folder.resolve("acme-billing"),
                                aws.endpoint()),
                name -> "");
    }
}
