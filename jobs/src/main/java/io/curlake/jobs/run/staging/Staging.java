package io.curlake.jobs.run.staging;

import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.lineitem.sums.Rest;
import io.curlake.jobs.table.Publication;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the line items of a delivery come into a publication, unseen by readers as yet. */
public interface Staging {
    Way way();

    /** Writes, copies or masks; gives what is not kept. */
    Rest stage(Publication publication);

    /** The delivered side of the ledger, of which staging knows nothing. */
    DeliveredAmounts delivered();

    /** Refuses where what was read is no longer what it was. */
    void checkSource();

    /** Throws where what readers will see is known to be something else. */
    default void checkKept(Map<AccountAndType, Long> rows) {}

    /** The rows that are no line items, with their provenance; empty where the table holds them already. */
    Optional<Dataset<Row>> rejected();

    /** What a person should know about the way that was taken. */
    default List<String> notices() {
        return List.of();
    }
}
