package io.curlake.jobs.lineitem;

import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.model.FileAmounts;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What of a delivery is not kept: counted, summed and valued. Closing it gives up what it holds on executors. */
public interface Rest extends AutoCloseable {
    /** Rows and sums of unconnected accounts by file and currency. */
    List<FileAmounts> unconnected();

    /** Rows and sums of rejected rows by file and currency. */
    List<FileAmounts> rejected();

    /** Rows of unconnected accounts. */
    Map<AccountAndType, Long> unconnectedRows();

    /** Rows, exact sums and tag hashes of unconnected accounts at the grain of {@link CostGrain}. */
    Dataset<Row> costs();

    @Override
    void close();
}
