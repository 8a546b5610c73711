package io.curlake.jobs.export;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.curlake.jobs.export.parquet.Fit;
import io.curlake.jobs.export.parquet.Footer;
import io.curlake.jobs.export.parquet.SchemaFit;
import io.curlake.jobs.storage.NumberedFile;
import io.curlake.jobs.storage.ParquetFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Compares the files of a CUR 2.0 delivery with {@code line_item}; the first misfit decides for all of them. */
record DeliveryFit(SparkSession spark, Delivery delivery, Map<Integer, Footer> footers) {
    Fit fit() {
        if (footers.isEmpty()) {
            return Fit.not("there is no file");
        }
        StructType columns = footer(delivery.files().get(0)).columns();
        Optional<String> misfit = delivery.files().stream()
                .flatMap(file -> misfit(file, columns).map(why -> why + " (" + file.key() + ")").stream())
                .findFirst()
                .or(() -> nulls(columns));
        return new Fit(columns, misfit);
    }

    private Optional<String> misfit(DeliveryFile file, StructType columns) {
        Footer footer = footer(file);
        return footer.misfit()
                .or(() -> SchemaFit.difference(columns, footer.columns()))
                .or(() -> footer.nulls().certain().stream().findFirst().map(DeliveryFit::holdsNull));
    }

    private Footer footer(DeliveryFile file) {
        return java.util.Objects.requireNonNull(footers.get(file.number()));
    }

    /** Reads the columns of which some footer does not say whether they hold NULLs: maps, mostly. */
    private Optional<String> nulls(StructType columns) {
        Set<String> possible = new TreeSet<>();
        footers.values().forEach(footer -> possible.addAll(footer.nulls().possible()));
        if (possible.isEmpty()) {
            return Optional.empty();
        }
        List<NumberedFile> files =
                delivery.files().stream().map(DeliveryFile::numbered).toList();
        Dataset<Row> rows = ParquetFiles.rows(spark, columns, files);
        Column[] isNull =
                possible.stream().map(name -> max(col(name).isNull()).as(name)).toArray(Column[]::new);
        Row found = rows.agg(isNull[0], java.util.Arrays.copyOfRange(isNull, 1, isNull.length))
                .first();
        return possible.stream()
                .filter(name -> Boolean.TRUE.equals(found.<Boolean>getAs(name)))
                .findFirst()
                .map(DeliveryFit::holdsNull);
    }

    private static String holdsNull(String column) {
        return "column '" + column + "' holds NULL, which line_item does not";
    }
}
