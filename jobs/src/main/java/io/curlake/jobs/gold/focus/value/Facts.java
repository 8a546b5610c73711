package io.curlake.jobs.gold.focus.value;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Column;

/** What is known of AWS's services and regions: the files beside this package. */
public final class Facts {
    public static final String CATEGORY = "category";
    public static final String SUBCATEGORY = "subcategory";

    private Facts() {}

    /** {@link #CATEGORY} and {@link #SUBCATEGORY} of a product code, as a struct. Products of the Marketplace are "Other". */
    public static Column service(Column productCode) {
        Map<String, Column> services = new TreeMap<>();
        lines("service-categories.csv").forEach(fields -> services.put(fields.get(0), service(fields)));
        return coalesce(Lookup.of(productCode, services), service(List.of("", "Other", "Other (Other)")));
    }

    private static Column service(List<String> fields) {
        return struct(lit(fields.get(1)).as(CATEGORY), lit(fields.get(2)).as(SUBCATEGORY));
    }

    /** The name of a region; NULL of a region that is not known. */
    public static Column regionName(Column regionCode) {
        Map<String, Column> names = new TreeMap<>();
        lines("region-names.csv").forEach(fields -> names.put(fields.get(0), lit(fields.get(1))));
        return Lookup.of(regionCode, names);
    }

    /** The lines of a file after its header. */
    private static List<List<String>> lines(String file) {
        InputStream in = Facts.class.getResourceAsStream("/io/curlake/jobs/gold/focus/" + file);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
