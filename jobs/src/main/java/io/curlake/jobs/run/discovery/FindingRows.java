package io.curlake.jobs.run.discovery;

import static scala.jdk.javaapi.CollectionConverters.asScala;

import io.curlake.jobs.discovery.BilledResource;
import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.history.Listings;
import io.curlake.jobs.discovery.history.Look;
import io.curlake.jobs.finding.Finding;
import io.curlake.jobs.finding.PublicRates;
import io.curlake.jobs.finding.RegionView;
import io.curlake.jobs.finding.ResourceCosts;
import io.curlake.jobs.finding.Rules;
import io.curlake.jobs.finding.UsageCost;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.discovery.bill.BillWindow;
import io.curlake.jobs.run.discovery.bill.BilledUsage;
import io.curlake.jobs.run.discovery.bill.Bills;
import io.curlake.jobs.table.TableName;
import io.curlake.model.config.FindingsConfig;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * The rows of {@code recommendation}: rules are applied to one account and region after the other, on all executors, and to
 * whole bills.
 */
final class FindingRows {
    private final Warehouse warehouse;
    private final List<BillWindow> windows;
    private final Listings listings;
    private final Look look;
    private final Rules rules;
    private final StandingFindings standing;

    /** @param connected the accounts whose findings stand where they could not be seen */
    FindingRows(Warehouse warehouse, List<BillWindow> windows, Listings listings, Set<String> connected, Look look) {
        this.warehouse = warehouse;
        this.rules = Rules.of(warehouse.config().findings());
        this.standing =
                StandingFindings.of(listings, connected, warehouse.config().discovery(), rules.applied());
        this.windows = windows;
        this.listings = listings;
        this.look = look;
    }

    private record Place(String account, String region) implements Serializable {}

    /** @param resources those that the run saw */
    Dataset<Row> of(JavaRDD<Resource> resources) {
        BilledUsage usage = new BilledUsage(warehouse);
        Search search = new Search(
                warehouse.config().findings(),
                warehouse.config().discovery().metricDays(),
                usage.rates(windows),
                listings,
                look);
        JavaRDD<Finding> found = resources
                .keyBy(resource -> new Place(resource.account(), resource.region()))
                .cogroup(costs(usage, resources))
                .flatMap(place -> search.in(place._1, place._2._1, place._2._2).iterator());
        List<Row> before = warehouse
                .tables()
                .rows(
                        TableName.RECOMMENDATION,
                        List.of(TableName.RECOMMENDATION.schema().fieldNames()));
        Known known = new Known(firstFound(before), windowsByAccount(), look);
        JavaRDD<Row> rows = found.map(known::row).union(distributed(ofBills(usage, known)));
        return table(standing.with(table(rows).toJavaRDD(), distributed(before)));
    }

    private JavaRDD<Row> distributed(List<Row> rows) {
        return JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext())
                .parallelize(rows, 1);
    }

    private Dataset<Row> table(JavaRDD<Row> rows) {
        return warehouse.spark().createDataFrame(rows, TableName.RECOMMENDATION.schema());
    }

    private List<Row> ofBills(BilledUsage usage, Known known) {
        Bills bills = new Bills(warehouse, usage);
        return windows.stream()
                .filter(window -> !window.accounts().isEmpty())
                .flatMap(window -> rules.find(bills.of(window)).stream()
                        .map(found -> known.row(found.finding(), window.source(), found.from(), found.to())))
                .toList();
    }

    /** By the place of the resource; of a resource that discovery does not know, by the region that its ARN names. */
    private JavaPairRDD<Place, UsageCost> costs(BilledUsage usage, JavaRDD<Resource> resources) {
        JavaPairRDD<Tuple2<String, String>, String> regions =
                resources.flatMapToPair(resource -> Stream.concat(Stream.of(resource.id()), resource.aliases().stream())
                        .distinct()
                        .map(id -> new Tuple2<>(new Tuple2<>(resource.account(), id), resource.region()))
                        .iterator());
        return usage.ofResources(windows)
                .toJavaRDD()
                .keyBy(row -> new Tuple2<String, String>(row.getAs("usage_account_id"), row.getAs("resource_id")))
                .leftOuterJoin(regions)
                .mapToPair(joined -> new Tuple2<>(
                        new Place(
                                joined._1._1,
                                joined._2._2.orElse(
                                        BilledResource.regionOf(joined._1._2).orElse(Resource.GLOBAL))),
                        cost(joined._2._1)));
    }

    private static UsageCost cost(Row row) {
        return new UsageCost(
                row.getAs("resource_id"),
                row.getAs("product_code"),
                row.getAs("usage_type"),
                row.getAs("operation"),
                row.getAs("currency"),
                row.getAs("cost"),
                row.getAs("usage"),
                row.getAs("public_cost"),
                row.<Number>getAs("days").intValue());
    }

    private static Map<List<String>, Timestamp> firstFound(List<Row> before) {
        Map<List<String>, Timestamp> first = new HashMap<>();
        for (Row row : before) {
            first.put(
                    List.of(row.getAs("rule"), row.getAs("account_id"), row.getAs("region"), row.getAs("resource_id")),
                    row.getAs("first_found"));
        }
        return first;
    }

    private Map<String, BillWindow> windowsByAccount() {
        Map<String, BillWindow> byAccount = new HashMap<>();
        windows.forEach(window -> window.accounts().forEach(account -> byAccount.put(account, window)));
        return byAccount;
    }

    /** Applies the rules to places. */
    private record Search(FindingsConfig thresholds, int metricDays, PublicRates rates, Listings listings, Look look)
            implements Serializable {
        List<Finding> in(Place place, Iterable<Resource> resources, Iterable<UsageCost> costs) {
            return Rules.of(thresholds)
                    .find(new RegionView(
                            place.account(),
                            place.region(),
                            look.at(),
                            metricDays,
                            all(resources),
                            listings.types(place.account(), place.region()),
                            new ResourceCosts(all(costs)),
                            rates,
                            thresholds));
        }

        private static <T> List<T> all(Iterable<T> items) {
            return StreamSupport.stream(items.spliterator(), false).toList();
        }
    }

    /** What a row has besides its finding. */
    private record Known(Map<List<String>, Timestamp> firstFound, Map<String, BillWindow> windows, Look look)
            implements Serializable {
        private static final int PLACES = 18;

        Row row(Finding finding) {
            @Nullable BillWindow window = windows.get(finding.account());
            return window == null
                    ? row(finding, null, null, null)
                    : row(finding, window.source(), window.from(), window.to());
        }

        /** @param source null where no bill of the account was built; the days, too */
        Row row(Finding finding, @Nullable String source, @Nullable LocalDate from, @Nullable LocalDate to) {
            BigDecimal saving = finding.saving().amount();
            return RowFactory.create(
                    finding.rule(),
                    finding.account(),
                    finding.region(),
                    finding.resourceId(),
                    finding.resourceType(),
                    finding.name(),
                    finding.reason(),
                    asScala(finding.evidence()),
                    saving == null ? null : saving.setScale(PLACES, RoundingMode.HALF_UP),
                    finding.saving().currency(),
                    finding.saving().basis(),
                    finding.confidence().name().toLowerCase(Locale.ROOT),
                    finding.check(),
                    source,
                    from == null ? null : Date.valueOf(from),
                    to == null ? null : Date.valueOf(to),
                    firstFound.getOrDefault(
                            List.of(finding.rule(), finding.account(), finding.region(), finding.resourceId()),
                            Timestamp.from(look.at())),
                    look.runId());
        }
    }
}
