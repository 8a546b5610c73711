package io.curlake.jobs.storage.copy;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StoredObject;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies pinned objects byte for byte. Between two buckets S3 copies by itself; where it may not or cannot, and between
 * other stores, Spark's executors stream. Each copy is then compared with its source.
 */
public final class ObjectCopies {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectCopies.class);

    private final SparkSession spark;
    private final Storage storage;
    private final PartSizes sizes;
    private final Runnable beforeCheck;

    public ObjectCopies(SparkSession spark, Storage storage) {
        this(spark, storage, PartSizes.OF_S3, () -> {});
    }

    /** @param beforeCheck runs between making the copies and comparing them, so that a test can damage one */
    ObjectCopies(SparkSession spark, Storage storage, PartSizes sizes, Runnable beforeCheck) {
        this.spark = spark;
        this.storage = storage;
        this.sizes = sizes;
        this.beforeCheck = beforeCheck;
    }

    /**
     * Copies every object, or none: at the first failure no further copy is begun between buckets, what is under way is
     * waited for, and what was made is removed.
     *
     * @return the copies with their own sizes and versions, in the order asked for
     * @throws io.curlake.model.Refusal where a source changed or is gone, a copy differs, or a store refuses
     */
    public List<StoredObject> copy(List<PlannedCopy> copies) {
        Targets targets = new Targets(storage);
        try {
            make(copies, targets);
            beforeCheck.run();
            return AtOnce.map(copies, new CopyCheck(storage)::check);
        } catch (Throwable e) { // Spark throws checked exceptions that it does not declare.
            targets.remove(e);
            throw e;
        }
    }

    private void make(List<PlannedCopy> copies, Targets targets) {
        if (copies.stream().allMatch(ObjectCopies::isOnS3)) {
            try {
                new ServerSideCopies(storage, sizes, targets).make(copies);
                return;
            } catch (ServerSideCopies.NotOffered e) {
                LOG.warn(
                        "S3 does not copy the delivery to the warehouse by itself ({}); its files pass through Spark "
                                + "instead, which is slower. Let the warehouse's credentials read the export's bucket.",
                        e.getMessage());
                targets.remove(e);
            }
        }
        new StreamedCopies(spark, storage, targets).make(copies);
    }

    /** Without an etag S3 could not refuse a source that has changed. */
    private static boolean isOnS3(PlannedCopy copy) {
        return copy.source().uri().startsWith("s3a:")
                && copy.source().hasEtag()
                && copy.target().startsWith("s3a:");
    }
}
