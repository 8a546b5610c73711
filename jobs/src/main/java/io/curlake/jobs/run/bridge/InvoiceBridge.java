package io.curlake.jobs.run.bridge;

import io.curlake.jobs.table.Partition;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/**
 * From what was delivered to net amortized cost, for one invoice of a period, or for all of them.
 *
 * @param invoice its id; '' where AWS has not given one yet; {@link #ALL} for all of them
 * @param amounts by the columns of the table {@code invoice}
 */
public record InvoiceBridge(Partition partition, String invoice, String currency, Map<String, BigDecimal> amounts) {
    public static final String ALL = "all invoices";

    public BigDecimal amount(String column) {
        return Objects.requireNonNull(amounts.get(column), column);
    }

    /** Whether nothing is left unexplained. */
    public boolean isExplained() {
        return amounts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("unexplained_"))
                .allMatch(entry -> entry.getValue().signum() == 0);
    }
}
