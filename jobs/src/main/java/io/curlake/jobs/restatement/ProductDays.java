package io.curlake.jobs.restatement;

import io.curlake.jobs.restatement.cause.Compared;
import io.curlake.jobs.restatement.cause.CostKey;
import io.curlake.jobs.restatement.cause.ProductDay;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows together that are of one product, account, day and currency. They follow one another, so that no more than
 * those are held.
 */
final class ProductDays implements Iterator<ProductDay> {
    private final Iterator<Row> rows;
    private @Nullable ComparedRow next;

    /** @param rows of {@link ComparedRow}, sorted by {@link ComparedRow#PRODUCT_DAY} */
    ProductDays(Iterator<Row> rows) {
        this.rows = rows;
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public ProductDay next() {
        ComparedRow first = next;
        if (first == null) {
            throw new NoSuchElementException();
        }
        Map<CostKey, Compared> keys = new LinkedHashMap<>();
        for (ComparedRow row = first; row != null && row.isOfProductDay(first.key()); row = advance()) {
            keys.merge(row.key(), row.sums(), Compared::plus);
        }
        return new ProductDay(keys);
    }

    private @Nullable ComparedRow advance() {
        next = rows.hasNext() ? ComparedRow.of(rows.next()) : null;
        return next;
    }
}
