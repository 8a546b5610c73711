package io.curlake.jobs.run.discovery;

import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.history.Listings;
import io.curlake.jobs.finding.Rules;
import io.curlake.model.config.DiscoveryConfig;
import io.curlake.model.resource.ResourceType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Findings of earlier runs about what a run could not see: they stand until somebody looks again. Those of accounts, regions,
 * types and rules that are no longer wanted do not.
 *
 * @param accounts those that are connected
 * @param rules those that are applied
 */
record StandingFindings(
        Listings listings, Set<String> accounts, List<String> regions, Set<ResourceType> types, Set<String> rules)
        implements Serializable {
    static StandingFindings of(Listings listings, Set<String> accounts, DiscoveryConfig config, Set<String> rules) {
        return new StandingFindings(listings, accounts, config.regions(), config.types(), rules);
    }

    /**
     * The rows of a run with those of before that stand. What a new finding saves no standing one saves again.
     *
     * @param before the rows of {@code recommendation}
     */
    JavaRDD<Row> with(JavaRDD<Row> found, JavaRDD<Row> before) {
        return found.keyBy(StandingFindings::place)
                .cogroup(before.filter(this::stands).keyBy(StandingFindings::place))
                .flatMap(place -> both(place._2._1, place._2._2).iterator());
    }

    private static Tuple2<String, String> place(Row row) {
        return new Tuple2<>(row.getAs("account_id"), row.getAs("region"));
    }

    boolean stands(Row before) {
        String account = before.getAs("account_id");
        String region = before.getAs("region");
        Optional<ResourceType> type = ResourceType.named(before.getAs("resource_type"));
        boolean isWanted = accounts.contains(account)
                && rules.contains(before.<String>getAs("rule"))
                && (regions.isEmpty() || region.equals(Resource.GLOBAL) || regions.contains(region));
        return isWanted
                && type.filter(types::contains)
                        .filter(one -> !listings.know(account, region, one))
                        .isPresent();
    }

    private static List<Row> both(Iterable<Row> found, Iterable<Row> standing) {
        List<Row> rows = new ArrayList<>();
        Set<String> saved = new HashSet<>();
        found.forEach(row -> {
            rows.add(row);
            saved.addAll(saves(row));
        });
        standing.forEach(row -> {
            if (Collections.disjoint(saved, saves(row))) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static Set<String> saves(Row row) {
        return Rules.saves(row.getAs("rule"), row.getAs("resource_id"), row.getJavaMap(row.fieldIndex("evidence")));
    }
}
