package io.curlake.jobs.lineitem.sums;

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

    /** Rows and exact sums of unconnected accounts: the columns of {@link io.curlake.jobs.lineitem.CostGrain} but the tag hash. */
    Dataset<Row> costs();

    /** The cost of all accounts, in the columns of {@link io.curlake.jobs.lineitem.CostGrain}. */
    Dataset<Row> costsWith(KeptCosts kept);

    @Override
    void close();
}
