package io.curlake.jobs.run.staging;

import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.export.DeliveryFile;
import io.curlake.jobs.lineitem.sums.Rest;
import io.curlake.jobs.table.Publication;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Copies AWS's files byte for byte and masks the rows that are not kept.
 *
 * @param columns what every file holds, as Spark reads it
 */
record Adoption(PinnedSource source, StructType columns) implements Staging {
    @Override
    public Way way() {
        return Way.ADOPTED;
    }

    @Override
    public Rest stage(Publication publication) {
        publication.copy(
                source.delivery().files().stream().map(DeliveryFile::numbered).toList(), columns);
        return publication.mask(source.rule());
    }

    @Override
    public DeliveredAmounts delivered() {
        return source.readable().delivered();
    }

    @Override
    public void checkSource() {
        source.checkUnchanged();
    }

    @Override
    public Optional<Dataset<Row>> rejected() {
        return Optional.of(source.lineItems().rejected());
    }
}
