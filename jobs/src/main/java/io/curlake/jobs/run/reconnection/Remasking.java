package io.curlake.jobs.run.reconnection;

import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.lineitem.scan.KeepRule;
import io.curlake.jobs.lineitem.sums.Rest;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.staged.StagedFile.Holds;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Masks files that are in the table already for other connected accounts. The export is not read: what it delivered is
 * what the ledger recorded when the files were copied. Which rows are no line items does not depend on accounts.
 *
 * @param delivered as recorded
 */
public record Remasking(KeepRule rule, DeliveredAmounts delivered) implements Reconnection {
    @Override
    public void begin(Publication publication) {
        if (!publication.stay(Holds.ALL_ROWS)) {
            throw new NotAsLoaded(NotAsLoaded.LINE_ITEM);
        }
    }

    @Override
    public Way way() {
        return Way.ADOPTED;
    }

    @Override
    public Rest stage(Publication publication) {
        return publication.mask(rule);
    }

    @Override
    public void checkSource() {}

    @Override
    public Optional<Dataset<Row>> rejected() {
        return Optional.empty();
    }
}
