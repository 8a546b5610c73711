package io.curlake.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.model.ExportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code curlake load} of a sample into a warehouse of its own, read from a local mirror of the bucket. */
final class CurlakeLoad {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workplace workplace;
    private final Path folder;

    private CurlakeLoad(Workplace workplace, Path folder) {
        this.workplace = workplace;
        this.folder = folder;
    }

    /**
     * What a load did.
     *
     * @param status of its only period
     * @param bytes of the Parquet files of {@code line_item}
     */
    record Loaded(Measurement measurement, String status, boolean balanced, long rowsKept, long bytes) {}

    /** An empty warehouse to which the accounts are connected. */
    static CurlakeLoad prepare(Workplace workplace, SampleExport sample, List<String> linkedAccounts) {
        return prepare(workplace, sample.format(), sample.bucket(), linkedAccounts);
    }

    /** The same of any export that {@code curlake sample} wrote. */
    static CurlakeLoad prepare(Workplace workplace, ExportFormat format, Path bucket, List<String> linkedAccounts) {
        CurlakeLoad load = new CurlakeLoad(workplace, workplace.emptyFolder("warehouse"));
        write(load.config(), load.configText(format, bucket));
        load.connect(linkedAccounts);
        return load;
    }

    /** Connects more accounts. */
    void connect(List<String> linkedAccounts) {
        Path accounts = folder.resolve("accounts.csv");
        write(accounts, "account_id\n" + String.join("\n", linkedAccounts) + "\n");
        workplace.curlake(
                "accounts",
                "connect",
                "--config",
                config().toString(),
                "--source",
                "bench",
                "--file",
                accounts.toString());
    }

    /** What a load took, and its JSON summary. */
    record Summarized(Measurement measurement, JsonNode summary) {}

    /** Loads what changed, as a user does. */
    Summarized summarized() {
        TimedProcess.Outcome outcome = workplace.curlake("load", "--config", config().toString(), "--json");
        return new Summarized(outcome.measurement(), parse(outcome.output()));
    }

    /** Builds the gold tables, as a user does. */
    Summarized build() {
        TimedProcess.Outcome outcome = workplace.curlake("build", "--config", config().toString(), "--json");
        return new Summarized(outcome.measurement(), parse(outcome.output()));
    }

    /** The same where there is one period. */
    Loaded run() {
        Summarized outcome = summarized();
        JsonNode period = outcome.summary().get("periods").get(0);
        return new Loaded(
                outcome.measurement(),
                period.get("status").asText(),
                period.path("balanced").asBoolean(),
                period.path("rows").path("kept").asLong(),
                Workplace.bytes(folder.resolve("tables").resolve("line_item"), ".parquet"));
    }

    private Path config() {
        return folder.resolve("curlake.yaml");
    }

    private String configText(ExportFormat format, Path bucket) {
        return """
                warehouse: %s
                sources:
                  - name: bench
                    payer: "%s"
                    export: {name: %s, bucket: %s, prefix: %s, region: us-east-1, format: %s}
                    mirror: %s
                """.formatted(
                        folder.resolve("tables"),
                        SampleExport.PAYER,
                        SampleExport.NAME,
                        bucket.getFileName(),
                        SampleExport.PREFIX,
                        format,
                        bucket);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
