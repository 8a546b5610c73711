package io.curlake.jobs.insight.showback;

import static io.curlake.model.LineItemColumn.COST_CATEGORY;
import static io.curlake.model.LineItemColumn.RESOURCE_TAGS;
import static io.curlake.model.LineItemColumn.TAGS;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.when;

import io.curlake.jobs.cost.AmountColumns;
import io.curlake.jobs.cost.CostMeasure;
import io.curlake.jobs.cost.Net;
import io.curlake.jobs.export.LegacyNames;
import io.curlake.jobs.gold.ChargeColumns;
import io.curlake.model.LineItemColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Line items added up by the teams that they are of. */
public final class TeamColumns {
    private TeamColumns() {}

    /**
     * One row per day, team, account, product code and currency, with the costs {@code unblended} and {@code net_amortized}.
     *
     * @param lineItems of one period
     * @param net as decided for that period
     */
    public static Dataset<Row> totals(Dataset<Row> lineItems, TeamMap map, Net net) {
        return lineItems
                .withColumn(AmountColumns.KIND, AmountColumns.kind())
                .groupBy(
                        ChargeColumns.day(),
                        team(map).as("team"),
                        ChargeColumns.account(),
                        ChargeColumns.productCode(),
                        ChargeColumns.currency())
                .agg(
                        cost(CostMeasure.UNBLENDED, net).as("unblended"),
                        cost(CostMeasure.NET_AMORTIZED, net).as("net_amortized"));
    }

    private static Column cost(CostMeasure measure, Net net) {
        return AmountColumns.ofRows(kind -> measure.of(kind, net));
    }

    private static Column team(TeamMap map) {
        Column team = lit(map.fallback().orElse(""));
        for (int i = map.rules().size() - 1; i >= 0; i--) {
            TeamRule rule = map.rules().get(i);
            team = when(value(rule).rlike(regex(rule.pattern())), lit(rule.team()))
                    .otherwise(team);
        }
        return team;
    }

    /** NULL, which matches nothing, where there is no value. */
    private static Column value(TeamRule rule) {
        return switch (rule.kind()) {
            case ACCOUNT -> ChargeColumns.account();
            case TAG ->
                first(
                        entries(RESOURCE_TAGS, names(rule.key(), "", "user_")),
                        entries(TAGS, rawNames(rule.key(), "resourceTags/", "resourceTags/user:")));
            case COST_CATEGORY ->
                first(
                        entries(COST_CATEGORY, names(rule.key(), "")),
                        entries(TAGS, rawNames(rule.key(), "costCategory/")));
        };
    }

    /** CUR 2.0 and Athena write keys in lower case; only Athena sets words apart. */
    private static List<String> names(String key, String... prefixes) {
        String plain = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return Arrays.stream(prefixes)
                .flatMap(prefix -> Stream.of(prefix + LegacyNames.athena(key), prefix + plain))
                .distinct()
                .toList();
    }

    private static List<String> rawNames(String key, String... prefixes) {
        return Arrays.stream(prefixes)
                .flatMap(prefix -> Stream.concat(Stream.of(prefix + key), names(key, prefix).stream()))
                .distinct()
                .toList();
    }

    private static List<Column> entries(LineItemColumn map, List<String> keys) {
        return keys.stream()
                .map(key -> nullif(col(map.columnName()).getItem(key), lit("")))
                .toList();
    }

    private static Column first(List<Column> values, List<Column> more) {
        return coalesce(Stream.concat(values.stream(), more.stream()).toArray(Column[]::new));
    }

    private static String regex(String pattern) {
        return Arrays.stream(pattern.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*", "(?s)^", "$"));
    }
}
