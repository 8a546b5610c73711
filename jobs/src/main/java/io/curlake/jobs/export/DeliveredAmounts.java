package io.curlake.jobs.export;

import io.curlake.model.FileAmounts;
import java.util.List;
import java.util.Map;

/**
 * What a delivery holds, measured without knowing the connected accounts.
 *
 * @param amounts rows and exact sums by file and currency
 * @param doubleLoss what a DOUBLE cannot hold of the amounts of a text: text minus double, no rows
 * @param rowsOfFiles the rows of each file by a count of its own
 */
public record DeliveredAmounts(
        List<FileAmounts> amounts, List<FileAmounts> doubleLoss, Map<Integer, Long> rowsOfFiles) {}
