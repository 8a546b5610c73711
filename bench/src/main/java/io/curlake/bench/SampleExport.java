package io.curlake.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curlake.model.ExportFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A delivery of one month as {@code curlake sample} writes it, read through its manifest and its {@code truth.json}.
 *
 * @param bucket the folder that stands for the bucket
 */
record SampleExport(ExportFormat format, Path bucket) {
    static final String NAME = "acme-export";
    static final String PREFIX = "exports";
    static final String PAYER = "111122223333";
    static final String ACCOUNTS = "200";

    private static final long FILES = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param type as the manifest writes it, in lower case */
    record ManifestColumn(String name, String type) {}

    /** The sample of so many rows, written unless an earlier run did. */
    static SampleExport of(Workplace workplace, ExportFormat format, long rows) {
        Path bucket = workplace.folder().resolve("samples").resolve(format + "-" + rows);
        SampleExport export = new SampleExport(format, bucket);
        if (!Files.exists(export.truthFile())) {
            long rowsPerFile = Math.max(1, (rows + FILES - 1) / FILES);
            workplace.curlake(
                    "sample",
                    "--out",
                    bucket.toString(),
                    "--accounts",
                    ACCOUNTS,
                    "--months",
                    "1",
                    "--no-split-cost",
                    "--format",
                    format.toString(),
                    "--rows",
                    "" + rows,
                    "--rows-per-file",
                    "" + rowsPerFile);
        }
        return export;
    }

    /** The data files that the manifest names. */
    List<Path> files() {
        JsonNode manifest = manifest();
        String bucketUri = "s3://" + bucket.getFileName() + "/";
        return texts(manifest.get(format.isLegacy() ? "reportKeys" : "dataFiles"))
                .map(key -> bucket.resolve(key.replace(bucketUri, "")))
                .toList();
    }

    /** The columns that the manifest names, in the order of the files. */
    List<ManifestColumn> columns() {
        List<ManifestColumn> columns = new ArrayList<>();
        for (JsonNode column : manifest().get("columns")) {
            String name = column.get("name").asText();
            columns.add(new ManifestColumn(
                    format.isLegacy() ? column.get("category").asText() + "/" + name : name,
                    column.get("type").asText()));
        }
        return columns;
    }

    long rows() {
        return truth().get("rows").asLong();
    }

    long bytes() {
        return files().stream().mapToLong(file -> file.toFile().length()).sum();
    }

    /** Every usage account of the delivery. */
    Set<String> accounts() {
        Set<String> accounts = new TreeSet<>();
        truth().get("groups").forEach(group -> accounts.add(group.get("account").asText()));
        accounts.remove("");
        return accounts;
    }

    /** So many linked accounts, spread evenly over the ids, which say nothing about an account's cost. */
    List<String> linkedAccounts(int count) {
        List<String> linked =
                accounts().stream().filter(id -> !id.equals(PAYER)).toList();
        int taken = Math.min(count, linked.size());
        return IntStream.range(0, taken)
                .mapToObj(i -> linked.get((int) ((long) i * linked.size() / taken)))
                .toList();
    }

    /** The line items of these accounts, by the truth of the sample. */
    long rowsOf(Set<String> accounts) {
        long rows = 0;
        for (JsonNode group : truth().get("groups")) {
            if (accounts.contains(group.get("account").asText())) {
                rows += group.get("rows").asLong();
            }
        }
        return rows;
    }

    /** Reads every file once, so that whoever is measured first does not pay for the disk. */
    void warmPageCache() {
        byte[] buffer = new byte[1 << 20];
        for (Path file : files()) {
            try (InputStream in = Files.newInputStream(file)) {
                while (in.read(buffer) >= 0) {
                    // The page cache keeps what passes.
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path truthFile() {
        return bucket.resolve(PREFIX).resolve(NAME).resolve("truth.json");
    }

    private JsonNode truth() {
        return json(truthFile()).get("periods").get(0);
    }

    private JsonNode manifest() {
        try (Stream<Path> files = Files.walk(bucket)) {
            return json(files.filter(file -> file.toString().endsWith("-Manifest.json"))
                    .findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> texts(JsonNode array) {
        return IntStream.range(0, array.size()).mapToObj(i -> array.get(i).asText());
    }
}
