package io.curlake.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
        CurlakeLoad load = new CurlakeLoad(workplace, workplace.emptyFolder("warehouse"));
        write(load.config(), load.configText(sample));
        Path accounts = load.folder.resolve("accounts.csv");
        write(accounts, "account_id\n" + String.join("\n", linkedAccounts) + "\n");
        workplace.curlake(
                "accounts",
                "connect",
                "--config",
                load.config().toString(),
                "--source",
                "bench",
                "--file",
                accounts.toString());
        return load;
    }

    /** Loads what changed, as a user does. */
    Loaded run() {
        TimedProcess.Outcome outcome = workplace.curlake("load", "--config", config().toString(), "--json");
        JsonNode period = parse(outcome.output()).get("periods").get(0);
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

    private String configText(SampleExport sample) {
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
                        sample.bucket().getFileName(),
                        SampleExport.PREFIX,
                        sample.format(),
                        sample.bucket());
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
