package io.curlake.jobs.run;

import io.curlake.jobs.export.text.CsvFiles;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A gzipped CSV export of either generation, in a folder that stands for the bucket {@code acme-billing}. */
public record TestCsvExport(Path bucket, ExportFormat format) {
    /** Writes the files of a delivery, then its manifest. */
    public TestCsvExport deliver(BillingPeriod period, String deliveryId, String... texts) {
        return deliverStored(
                period,
                deliveryId,
                java.util.Arrays.stream(texts)
                        .map(text -> CsvFiles.gzip(text.getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    /** As {@link #deliver}, with the bytes of the files as they are stored. */
    TestCsvExport deliverStored(BillingPeriod period, String deliveryId, List<byte[]> files) {
        List<String> keys = IntStream.rangeClosed(1, files.size())
                .mapToObj(number -> key(period, deliveryId, number))
                .toList();
        IntStream.range(0, files.size()).forEach(i -> write(keys.get(i), files.get(i)));
        return write(manifestKey(period), manifest(deliveryId, keys).getBytes(StandardCharsets.UTF_8));
    }

    Path file(String key) {
        return bucket.resolve(key);
    }

    String key(BillingPeriod period, String deliveryId, int number) {
        return format.isLegacy()
                ? "exports/acme-cur2/%s/%s/acme-cur2-%05d.csv.gz".formatted(period.legacyFolder(), deliveryId, number)
                : "exports/acme-cur2/data/BILLING_PERIOD=%s/2026-11-02T13:14:43.337Z-%s/acme-cur2-%05d.csv.gz"
                        .formatted(period, deliveryId, number);
    }

    String manifestKey(BillingPeriod period) {
        return format.isLegacy()
                ? "exports/acme-cur2/" + period.legacyFolder() + "/acme-cur2-Manifest.json"
                : TestExport.manifestKey(period);
    }

    private String manifest(String deliveryId, List<String> keys) {
        return format.isLegacy()
                ? "{\"assemblyId\":\"%s\",\"reportId\":\"report-1\",\"columns\":[],\"reportKeys\":[%s]}"
                        .formatted(deliveryId, quoted("", keys))
                : "{\"executionId\":\"%s\",\"exportArn\":\"%s\",\"columns\":[],\"dataFiles\":[%s]}"
                        .formatted(deliveryId, TestExport.ARN, quoted("s3://acme-billing/", keys));
    }

    private static String quoted(String before, List<String> keys) {
        return keys.stream().map(key -> "\"" + before + key + "\"").collect(Collectors.joining(","));
    }

    private TestCsvExport write(String key, byte[] content) {
        try {
            Files.createDirectories(file(key).getParent());
            Files.write(file(key), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
