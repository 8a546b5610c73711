package io.curlake.jobs.reconciliation;

import io.curlake.model.Money;
import java.math.BigDecimal;

/**
 * A place where the ledger does not balance.
 *
 * @param file the number of the delivered file; 0 for all files together
 * @param measure "rows", or the measure of a cost column
 */
public record Imbalance(int file, String currency, String measure, BigDecimal delivered, BigDecimal accounted) {
    static Imbalance ofRows(int file, String currency, long delivered, long accounted) {
        return new Imbalance(file, currency, "rows", BigDecimal.valueOf(delivered), BigDecimal.valueOf(accounted));
    }

    /** "unblended_cost of file 2 in USD: delivered 10.5, accounted for 10.4, difference 0.1". */
    @Override
    public String toString() {
        String where = file == Ledger.WHOLE_DELIVERY ? "all files" : "file " + file;
        return measure + " of " + where + (currency.isEmpty() ? "" : " in " + currency) + ": delivered "
                + Money.plain(delivered) + ", accounted for " + Money.plain(accounted) + ", difference "
                + Money.plain(delivered.subtract(accounted));
    }
}
