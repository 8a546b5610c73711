package io.curlake.jobs.export.text.scan;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/**
 * The rows of one currency in one file and their sums, of scale 18 and in the order of CostColumn.
 *
 * @param currency '' for rows that state none or cannot be cut into fields
 * @param texts sums of the amounts as written
 * @param doubles sums of the amounts after each became a double; the difference is what DOUBLE cannot hold
 */
public record ScannedTotals(String currency, long rows, List<BigDecimal> texts, List<BigDecimal> doubles)
        implements Serializable {}
