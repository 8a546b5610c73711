package io.curlake.jobs.restatement;

import io.curlake.jobs.restatement.cause.CauseRules;
import io.curlake.jobs.restatement.cause.Compared;
import io.curlake.jobs.restatement.cause.CostKey;
import io.curlake.jobs.restatement.cause.DeliveredSum;
import io.curlake.jobs.restatement.cause.ProductDay;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * What executors do with the rows of two deliveries: from the columns of {@link ComparedRow} to those of
 * {@link RestatementColumns}.
 */
record Comparison(DeliveryPair pair, CauseRules rules) implements MapPartitionsFunction<Row, Row> {
    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(new ProductDays(rows), Spliterator.ORDERED), false)
                .flatMap(this::restatements)
                .iterator();
    }

    private Stream<Row> restatements(ProductDay product) {
        return product.changed().entrySet().stream()
                .map(changed -> restatement(changed.getKey(), changed.getValue(), product));
    }

    private Row restatement(CostKey key, Compared compared, ProductDay product) {
        DeliveredSum before = compared.before();
        DeliveredSum after = compared.after();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(pair.before());
        values.add(pair.after());
        values.add(Timestamp.from(pair.restatedAt()));
        values.add(key.day() == null ? null : Date.valueOf(key.day()));
        values.addAll(List.of(key.account(), key.product(), key.type(), key.invoice(), key.currency()));
        values.add(rules.cause(key, product).value());
        values.add(product.hasOtherTags(key));
        values.add(before.costs().rows());
        values.add(after.costs().rows());
        values.addAll(before.costs().amounts());
        values.addAll(after.costs().amounts());
        return RowFactory.create(values.toArray());
    }
}
