package io.curlake.jobs.run;

import io.curlake.jobs.TestSpark;
import io.curlake.model.BillingPeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructType;

/** A CUR 2.0 Parquet export with create-new delivery, in a folder that stands for the bucket {@code acme-billing}. */
public record TestExport(Path bucket) {
    public static final String PAYER = "111122223333";
    public static final String ARN = "arn:aws:bcm-data-exports:us-east-1:111122223333:export/acme-cur2-1";

    /** Writes the files of a delivery, then its manifest. */
    public TestExport deliver(BillingPeriod period, String executionId, List<List<TestLineItem>> files) {
        IntStream.range(0, files.size())
                .forEach(i -> writeFile(key(period, executionId, i + 1), files.get(i), TestLineItem.SCHEMA));
        return deliverManifest(
                period,
                executionId,
                ARN,
                IntStream.rangeClosed(1, files.size())
                        .mapToObj(i -> key(period, executionId, i))
                        .toList());
    }

    public TestExport deliverManifest(BillingPeriod period, String executionId, String arn, List<String> keys) {
        String files =
                keys.stream().map(key -> "\"s3://acme-billing/" + key + "\"").collect(Collectors.joining(","));
        String columns = Arrays.stream(TestLineItem.SCHEMA.fields())
                .map(field -> "{\"name\":\"" + field.name() + "\",\"type\":\""
                        + field.dataType().simpleString() + "\"}")
                .collect(Collectors.joining(","));
        return write(
                manifestKey(period),
                "{\"executionId\":\"" + executionId + "\",\"exportArn\":\"" + arn + "\",\"columns\":[" + columns
                        + "],\"dataFiles\":[" + files + "],\"additionalOutputFiles\":[]}");
    }

    public TestExport write(String key, String content) {
        try {
            Files.createDirectories(file(key).getParent());
            Files.writeString(file(key), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String key) {
        return bucket.resolve(key);
    }

    public static String manifestKey(BillingPeriod period) {
        return "exports/acme-cur2/metadata/BILLING_PERIOD=" + period + "/acme-cur2-Manifest.json";
    }

    public static String key(BillingPeriod period, String executionId, int number) {
        return "exports/acme-cur2/data/BILLING_PERIOD=%s/2026-11-02T13:14:43.337Z-%s/acme-cur2-%05d.snappy.parquet"
                .formatted(period, executionId, number);
    }

    public TestExport writeFile(String key, List<TestLineItem> items, StructType schema) {
        Path folder = bucket.resolve("writing");
        TestSpark.session()
                .createDataFrame(TestLineItem.rows(items, schema), schema)
                .coalesce(1)
                .write()
                .mode("overwrite")
                .parquet(folder.toUri().toString());
        try (Stream<Path> parts = Files.list(folder)) {
            Path part = parts.filter(p -> p.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
            Files.createDirectories(file(key).getParent());
            Files.move(part, file(key), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
