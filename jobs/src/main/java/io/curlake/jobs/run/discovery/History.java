package io.curlake.jobs.run.discovery;

import io.curlake.jobs.discovery.Resource;
import io.curlake.jobs.discovery.history.KnownResource;
import io.curlake.jobs.discovery.history.Listings;
import io.curlake.jobs.discovery.history.Look;
import io.curlake.jobs.discovery.history.ResourceHistory;
import io.curlake.jobs.discovery.history.ResourceHistory.Next;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import java.util.Iterator;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import scala.Tuple3;

/** What becomes of the table {@code resource} by a run. */
final class History implements AutoCloseable {
    private final Warehouse warehouse;
    private final Look look;
    private final JavaRDD<Next> next;

    private History(Warehouse warehouse, Look look, JavaRDD<Next> next) {
        this.warehouse = warehouse;
        this.look = look;
        this.next = next;
    }

    static History of(Warehouse warehouse, Look look, Listings listings, JavaRDD<Resource> found) {
        ResourceHistory history = new ResourceHistory(look, listings);
        JavaPairRDD<Tuple3<String, String, String>, KnownResource> before = warehouse
                .tables()
                .readQuickly(TableName.RESOURCE)
                .toJavaRDD()
                .map(ResourceRows::known)
                .keyBy(known -> key(known.resource()));
        JavaRDD<Next> next = before.cogroup(found.keyBy(History::key))
                .values()
                .map(both -> next(history, both))
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new History(warehouse, look, next);
    }

    /** A list that moves while its pages are read may show a resource twice. */
    private static Next next(ResourceHistory history, Tuple2<Iterable<KnownResource>, Iterable<Resource>> both) {
        return history.next(first(both._1), first(both._2));
    }

    private static <T> Optional<T> first(Iterable<T> items) {
        Iterator<T> all = items.iterator();
        return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
    }

    private static Tuple3<String, String, String> key(Resource resource) {
        return new Tuple3<>(resource.account(), resource.region(), resource.id());
    }

    /** Rows of {@code resource}. */
    Dataset<Row> resources() {
        return warehouse
                .spark()
                .createDataFrame(next.map(one -> ResourceRows.of(one.known())), TableName.RESOURCE.schema());
    }

    /** Rows of {@code resource_change}. */
    Dataset<Row> changes() {
        Look at = look;
        return warehouse
                .spark()
                .createDataFrame(
                        next.flatMap(one -> one.changes().iterator()).map(change -> ResourceRows.of(change, at)),
                        TableName.RESOURCE_CHANGE.schema());
    }

    /** The resources that the run itself saw. */
    JavaRDD<Resource> seen() {
        String runId = look.runId();
        return next.map(Next::known)
                .filter(known -> known.active() && known.runId().equals(runId))
                .map(KnownResource::resource);
    }

    @Override
    public void close() {
        next.unpersist();
    }
}
