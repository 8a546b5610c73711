package io.curlake.jobs.run.report.spend;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.spend.Share;
import io.curlake.jobs.report.spend.Spend.Tags;
import io.curlake.jobs.report.spend.TagKey;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.report.table.ByCurrency;
import io.curlake.jobs.run.report.table.Months;
import io.curlake.jobs.run.report.table.Sums;
import io.curlake.jobs.table.TableName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Cost by tag, from {@code daily_tag_cost}. Values are as many as an organization likes: only the dearest leave Spark. */
record TagTable(ByCurrency<TagKey> keys, Map<String, Integer> more) {
    private static final int KEYS = 8;
    private static final int VALUES = 12;
    private static final Column[] KEY = {col("currency"), col("tag_kind"), col("tag_key")};

    static TagTable read(Warehouse warehouse, Months months, Days days) {
        Dataset<Row> values = warehouse
                .tables()
                .readQuickly(TableName.DAILY_TAG_COST, months.lastTwo())
                .groupBy(col("currency"), col("tag_kind"), col("tag_key"), col("tag_value"))
                .agg(count(lit(1)).as("lines"), days.sums())
                .cache();
        try {
            return of(values);
        } finally {
            values.unpersist();
        }
    }

    private static TagTable of(Dataset<Row> values) {
        List<Row> keys = values.groupBy(KEY)
                .agg(
                        count(lit(1)).as("values"),
                        Sums.where(col("tag_value").notEqual(""), "cost").as("tagged"),
                        Sums.total("cost"),
                        Sums.total("whole_days"),
                        Sums.total("same_days_before"),
                        Sums.total("before"))
                .collectAsList();
        List<Row> sorted = new ArrayList<>(keys);
        sorted.sort(Comparator.comparing((Row row) -> Sums.amount(row, "tagged").abs())
                .reversed()
                .thenComparing(row -> row.<String>getAs("tag_kind"))
                .thenComparing(row -> row.<String>getAs("tag_key")));
        Map<List<String>, List<Share>> dearest = dearest(values);
        ByCurrency<TagKey> shown = new ByCurrency<>();
        Map<String, Integer> more = new HashMap<>();
        for (Row row : sorted) {
            String currency = row.getAs("currency");
            if (shown.of(currency).size() < KEYS) {
                shown.add(currency, key(row, dearest.getOrDefault(name(row), List.of())));
            } else {
                more.merge(currency, 1, Integer::sum);
            }
        }
        return new TagTable(shown, more);
    }

    /** The untagged is one of them, wherever it stands. */
    private static Map<List<String>, List<Share>> dearest(Dataset<Row> values) {
        Column rank = row_number()
                .over(Window.partitionBy(KEY)
                        .orderBy(
                                when(col("tag_value").equalTo(""), 0).otherwise(1),
                                abs(col("cost")).desc(),
                                abs(col("before")).desc(),
                                col("tag_value")));
        Map<List<String>, List<Share>> dearest = new HashMap<>();
        for (Row row :
                values.withColumn("rank", rank).filter(col("rank").leq(VALUES)).collectAsList()) {
            Share share = Days.share(row, row.getAs("tag_value"), "", Optional.empty());
            dearest.computeIfAbsent(name(row), n -> new ArrayList<>()).add(share);
        }
        dearest.values().forEach(shares -> shares.sort(Share.DEAREST));
        return dearest;
    }

    private static TagKey key(Row row, List<Share> shown) {
        Share total = Days.share(row, "", "", Optional.empty());
        long more = row.<Long>getAs("values") - shown.size();
        Share sum = shown.stream().reduce(Share.NONE, Share::plus);
        Top<Share> values = new Top<>(shown, more, more == 0 ? Optional.empty() : Optional.of(total.minus(sum)), total);
        BigDecimal tagged = Sums.amount(row, "tagged");
        return new TagKey(row.getAs("tag_kind"), row.getAs("tag_key"), tagged, values);
    }

    private static List<String> name(Row row) {
        return List.of(row.getAs("currency"), row.getAs("tag_kind"), row.getAs("tag_key"));
    }

    Tags of(String currency) {
        return new Tags(keys.of(currency), more.getOrDefault(currency, 0));
    }
}
