package io.curlake.cli.docs;

import io.curlake.cli.Typed;
import io.curlake.jobs.cli.SparkSessions;
import io.curlake.jobs.run.Load;
import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.Progress;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import io.curlake.model.config.ExportConfig.Delivery;
import io.curlake.sandbox.aws.AwsStandIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Whoever follows the documentation, on this machine: with a configuration of the stand-in instead of AWS, and files in a folder of the
 * test's.
 */
final class Newcomer implements AutoCloseable {
    private static final List<String> OF_FILES = List.of("--file", "--out", "--report");
    private static final BillingPeriod PERIOD = BillingPeriod.parse("2026-10");
    private static final AccountId PAYER = new AccountId("111122223333");
    private static final String EXPORT =
            "    export: {name: acme-cur2, bucket: acme-billing, prefix: exports, format: cur2-parquet}\n";
    private static final String REPORT = """
              - name: acme-legacy
                payer: "111122223333"
                export: {name: acme-report, bucket: acme-billing, prefix: reports, format: legacy-csv, delivery: overwrite}
            """;

    private final Path folder;
    private final AwsStandIn aws;
    private final String accounts;
    private final String webhook;
    private final Path one;
    private final Path both;
    private final Warehouse warehouse;

    Newcomer(Path folder, AwsStandIn aws, String accounts, String webhook) throws IOException {
        this.folder = folder;
        this.aws = aws;
        this.accounts = accounts;
        this.webhook = webhook;
        this.one = Files.writeString(folder.resolve("one.yaml"), configuration(""));
        this.both = Files.writeString(folder.resolve("both.yaml"), configuration(REPORT));
        CurlakeConfig config = ConfigFile.read(both, name -> "");
        // A session for all verbs: each would start its own.
        this.warehouse = Warehouse.open(SparkSessions.open(config), config, Clock.systemUTC());
    }

    private String configuration(String more) {
        return """
                warehouse: %s
                s3: {endpoint: "%s", path-style: true, access-key: "%s", secret-key: "%s"}
                alerts: {webhook: "%s"}
                discovery: {endpoint: "%s", regions: [us-east-1, eu-west-1], role: "arn:aws:iam::{account}:role/curlake-discovery"}
                sources:
                  - name: acme
                    payer: "111122223333"
                """.formatted(
                                folder.resolve("warehouse"),
                                aws.endpoint(),
                                aws.accessKey(),
                                aws.secretKey(),
                                webhook,
                                accounts)
                + EXPORT
                + more;
    }

    /** A small organization, whose export is that of the configuration. */
    static SampleSpec sample() {
        return SampleSpec.into("s3a://acme-billing")
                .withSize(4, 1, 1_000)
                .withLastPeriod(PERIOD)
                .withFormat(ExportFormat.CUR2_PARQUET, Delivery.CREATE_NEW)
                .withExport("acme-cur2", "exports", PAYER);
    }

    /** What happens before a command: a delivery before it is waited for, another before the load after the first. */
    void meanwhile(String command) {
        if (command.startsWith("./curlake export wait")) {
            exports().forEach(export -> Sample.write(warehouse.spark(), warehouse.storage(), export));
        } else if (command.matches("\\./curlake load +#.*")) {
            exports().forEach(export -> Sample.restate(warehouse.spark(), warehouse.storage(), export, PERIOD));
        } else if (command.contains("acme-legacy")) {
            new Load(warehouse, Progress.SILENT).run(LoadRequest.EVERYTHING);
        }
    }

    private static List<SampleSpec> exports() {
        return List.of(
                sample(),
                sample().withFormat(ExportFormat.LEGACY_CSV, Delivery.OVERWRITE)
                        .withExport("acme-report", "reports", PAYER));
    }

    /** Runs a verb as it is typed; questions are answered with yes. */
    Typed runs(Shell.Call call) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(call.input().getBytes(StandardCharsets.UTF_8)));
        try {
            return Typed.run(arguments(call.arguments()));
        } finally {
            System.setIn(before);
        }
    }

    /** Stops the session: the next test of this process has settings of its own. */
    @Override
    public void close() {
        warehouse.spark().stop();
    }

    private List<String> arguments(List<String> typed) {
        List<String> arguments = new ArrayList<>();
        String before = "";
        for (String argument : typed) {
            arguments.add(OF_FILES.contains(before) ? folder.resolve(argument).toString() : argument);
            before = argument;
        }
        arguments.replaceAll(argument ->
                argument.startsWith("prometheus=") ? "prometheus=" + folder.resolve("night.prom") : argument);
        String verb = String.join(" ", typed.subList(0, Math.min(2, typed.size())));
        if (!verb.startsWith("generate-completion")) {
            arguments.addAll(List.of("--config", (typed.contains("acme-legacy") ? both : one).toString()));
        }
        if (verb.startsWith("export") || verb.equals("accounts import") || verb.startsWith("doctor")) {
            arguments.addAll(List.of("--endpoint-url", aws.endpoint()));
        }
        if (verb.startsWith("export") || verb.equals("accounts import")) {
            arguments.addAll(
                    List.of("--journal", folder.resolve("journal.jsonl").toString()));
        }
        if (verb.equals("export apply") || verb.equals("accounts import")) {
            arguments.add("--yes");
        }
        return arguments;
    }
}
