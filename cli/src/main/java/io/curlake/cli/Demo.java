package io.curlake.cli;

import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.cli.SparkSessions;
import io.curlake.jobs.cli.gold.BuildReport;
import io.curlake.jobs.cli.page.WrittenReport;
import io.curlake.jobs.cli.report.LoadReport;
import io.curlake.jobs.cli.report.discovery.DiscoveryReport;
import io.curlake.jobs.discovery.search.AwsSearch;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.Load;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Reconcile;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.build.Build;
import io.curlake.jobs.run.build.BuildSummary;
import io.curlake.jobs.run.discovery.Discover;
import io.curlake.jobs.run.discovery.DiscoverySummary;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.sandbox.S3Server;
import io.curlake.sandbox.aws.AwsStandIn;
import io.curlake.sandbox.aws.cloud.Cloud;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;

/**
 * The whole way on one machine: exports made at a stand-in for AWS, an S3 server, a sample organization delivered both as CUR 2.0 and as legacy CUR, eight of
 * its twelve accounts connected, a load, a second proof, a discovery, a report. Run again in the same folder it finds nothing new.
 */
final class Demo {
    private final Path folder;
    private final DemoSample sample;

    Demo(Path folder, DemoSample sample) {
        this.folder = folder;
        this.sample = sample;
    }

    /** @return the exit code of the load */
    int run(Consumer<String> out) {
        return in(out, (warehouse, cloud) -> run(warehouse, cloud, out));
    }

    /** No further than to loaded tables. Returns the exit code of the load. */
    int load(Consumer<String> out) {
        return in(out, (warehouse, cloud) -> load(warehouse, out).exitCode().code());
    }

    private int in(Consumer<String> out, BiFunction<Warehouse, Cloud, Integer> work) {
        try (S3Server s3 = S3Server.start(folder.resolve("s3"));
                AwsStandIn aws = AwsStandIn.start(s3)) {
            CurlakeConfig config = config(s3, aws);
            if (isFirst()) {
                out.accept("An S3 server is up, and a stand-in for AWS's billing services. A payer account without any "
                        + "export gets two:");
                new DemoExports(config, folder.resolve("journal.jsonl"), out).make(s3);
            }
            SparkSession spark = SparkSessions.open(config);
            try {
                return work.apply(Warehouse.open(spark, config, Clock.systemUTC()), aws.cloud());
            } finally {
                spark.stop();
            }
        }
    }

    private LoadSummary load(Warehouse warehouse, Consumer<String> out) {
        if (isFirst()) {
            out.accept("\nAWS would deliver within 24 hours; here a sample organization of 12 accounts and 3 months is "
                    + "delivered at once to s3://" + DemoSample.BUCKET
                    + ":\n  as CUR 2.0 (Parquet, create-new, 2026-09 "
                    + "restated) and as legacy CUR (CSV).");
            sample.deliver(warehouse);
            connect(warehouse, sample.accountsToConnect(), out);
        } else {
            out.accept("The sample organization and its tables are there from an earlier run.");
        }
        LoadSummary loaded = new Load(warehouse, Progress.SILENT).run(LoadRequest.EVERYTHING);
        out.accept("\ncurlake load\n" + LoadReport.of(loaded));
        return loaded;
    }

    private int run(Warehouse warehouse, Cloud cloud, Consumer<String> out) {
        LoadSummary loaded = load(warehouse, out);
        if (loaded.count(Status.LOADED) > 0) {
            BuildSummary built = new Build(warehouse, sentence -> {}).run(LoadRequest.EVERYTHING);
            out.accept("\ncurlake build\n" + BuildReport.of(built));
            new DemoSpend(warehouse).print(out);
            LoadSummary proved = new Reconcile(warehouse).run(LoadRequest.EVERYTHING);
            out.accept("\ncurlake reconcile\n" + proved.count(Status.PROVED) + " of "
                    + proved.periods().size()
                    + " periods were proved again from the delivered files and the tables: delivered = kept + "
                    + "unconnected + rejected,\nin every file and cost column, to the last decimal.");
            Warehouse then = whenSeen(warehouse);
            out.accept("\ncurlake discover\n" + DiscoveryReport.of(discover(then, cloud)) + "\n"
                    + new DemoFindings(warehouse, sample.planted()).proof());
            String page = folder.resolve("report.html").toString();
            out.accept("\ncurlake report --out " + page + "\n"
                    + WrittenReport.of(then, page, List.of()).words());
        }
        out.accept(
                "\nThe tables lie in " + folder.resolve("warehouse")
                        + "\nLook at report.html there, ask them with notebooks/start. Run it again: an unchanged delivery costs one look at its manifest.");
        return loaded.exitCode().code();
    }

    /** What the stand-in's services list is what the sample's bill is of, and some planted waste. */
    private DiscoverySummary discover(Warehouse then, Cloud cloud) {
        cloud.load(sample.inventory());
        return new Discover(then, AwsSearch.of(then.config(), then.clock()), sentence -> {}).run(List.of());
    }

    private Warehouse whenSeen(Warehouse warehouse) {
        return new Warehouse(
                warehouse.spark(), warehouse.storage(), warehouse.tables(), warehouse.config(), sample.whenSeen());
    }

    private boolean isFirst() {
        return !Files.exists(folder.resolve("warehouse"));
    }

    private static void connect(Warehouse warehouse, List<AccountsFile.Line> accounts, Consumer<String> out) {
        for (String source : DemoSample.SOURCES) {
            new AccountRegister(warehouse).connect(warehouse.config().source(source), accounts);
        }
        out.accept("The payer and " + accounts.size() + " of its 11 linked accounts are connected.");
    }

    private CurlakeConfig config(S3Server s3, AwsStandIn aws) {
        return ConfigFile.parse(
                "the demo's configuration",
                """
                warehouse: %s
                s3: {endpoint: "%s", path-style: true, access-key: "%s", secret-key: "%s"}
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: %s, prefix: exports, format: cur2-parquet}
                  - name: acme-legacy
                    payer: "111122223333"
                    export: {name: acme-report, bucket: %s, prefix: reports, format: legacy-csv, delivery: overwrite}
                discovery: {endpoint: "%s", role: "arn:aws:iam::{account}:role/curlake-discovery"}
                """.formatted(
                                Storage.uri(folder.resolve("warehouse").toString()),
                                s3.endpoint(),
                                s3.accessKey(),
                                s3.secretKey(),
                                DemoSample.BUCKET,
                                DemoSample.BUCKET,
                                aws.endpoint()),
                name -> "");
    }
}
