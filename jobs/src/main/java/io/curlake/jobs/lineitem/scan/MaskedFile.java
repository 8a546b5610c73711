package io.curlake.jobs.lineitem.scan;

import io.curlake.jobs.lineitem.scan.column.ValueRange;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.lineitem.scan.sum.CostGroups;
import io.curlake.model.FileAmounts;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What of a file is not kept.
 *
 * @param rows all rows of the file
 * @param masked the rows that are not kept
 * @param unconnected rows and sums of accounts that nobody connected, by currency
 * @param rejected rows and sums of rows that are no line items, by currency
 * @param unconnectedRows rows of accounts that nobody connected
 * @param keptRows rows that are kept, by usage account
 * @param groups the unconnected rows by the grain of the table {@code unconnected_cost}
 * @param texts the values of the text columns asked for, over all rows; no entry for a column without a value
 * @param times the same of times
 */
public record MaskedFile(
        long rows,
        MaskedRows masked,
        List<FileAmounts> unconnected,
        List<FileAmounts> rejected,
        Map<AccountAndType, Long> unconnectedRows,
        Map<String, Long> keptRows,
        CostGroups groups,
        Map<String, ValueRange<String>> texts,
        Map<String, ValueRange<Instant>> times)
        implements Serializable {}
