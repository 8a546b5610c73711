package io.curlake.jobs.run.reconnection;

import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.model.CostAmounts;
import io.curlake.model.FileAmounts;
import java.util.List;
import java.util.stream.Stream;

/**
 * What remains unconnected of a delivery while rows come and go.
 *
 * @param files sums by file and currency, of which several may be of the same
 */
record Remainder(List<FileAmounts> files) {
    Remainder plus(List<FileAmounts> more) {
        return new Remainder(Stream.concat(files.stream(), more.stream()).toList());
    }

    Remainder minus(List<FileAmounts> less) {
        return plus(less.stream()
                .map(file -> new FileAmounts(file.file(), file.currency(), CostAmounts.NONE.minus(file.amounts())))
                .toList());
    }

    /** Whether no file owes rows, and all of them together come to what groups cost that know no files. */
    boolean isValuedBy(LedgerSide groups) {
        return LedgerSide.of(files).entries().values().stream().noneMatch(Remainder::isOwed)
                && groups.differencesTo(AccountSums.ofAllFiles(files)).isEmpty();
    }

    private static boolean isOwed(CostAmounts amounts) {
        return amounts.rows() < 0 || (amounts.rows() == 0 && !amounts.isZero());
    }
}
