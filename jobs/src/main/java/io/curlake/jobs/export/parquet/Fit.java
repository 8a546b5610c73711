package io.curlake.jobs.export.parquet;

import java.util.Optional;
import org.apache.spark.sql.types.StructType;

/**
 * Whether the files of a delivery can be files of {@code line_item} as they are.
 *
 * @param columns what every file holds, as Spark reads it
 * @param misfit the first file and column that do not fit, and why
 */
public record Fit(StructType columns, Optional<String> misfit) {
    public static Fit not(String reason) {
        return new Fit(new StructType(), Optional.of(reason));
    }
}
