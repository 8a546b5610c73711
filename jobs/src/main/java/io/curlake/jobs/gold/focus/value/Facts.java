package io.curlake.jobs.gold.focus.value;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;

/** What is known of AWS's services and regions: the files beside this package. */
public final class Facts {
    private static final Map<String, String> REGION_NAMES = new HashMap<>();
    private static final Map<String, String> SUBCATEGORIES = new HashMap<>();
    private static final Map<String, String> CATEGORIES = new HashMap<>();

    static {
        lines("region-names.csv").forEach(fields -> REGION_NAMES.put(fields.get(0), fields.get(1)));
        for (List<String> fields : lines("service-categories.csv")) {
            SUBCATEGORIES.put(fields.get(0), fields.get(2));
            CATEGORIES.put(fields.get(2), fields.get(1));
        }
    }

    private Facts() {}

    /** Of a product code; products of the Marketplace are "Other (Other)". */
    public static Column subcategory(Column productCode) {
        return coalesce(Lookup.of(productCode, SUBCATEGORIES), lit("Other (Other)"));
    }

    /** The one category that a subcategory is of. */
    public static Column category(Column subcategory) {
        return coalesce(Lookup.of(subcategory, CATEGORIES), lit("Other"));
    }

    /** The name of a region; NULL of a region that is not known. */
    public static Column regionName(Column regionCode) {
        return Lookup.of(regionCode, REGION_NAMES);
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
