package io.curlake.jobs.run.history;

import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** The ledger of one file and currency, a row of {@code reconciliation}. */
public record RecordedFile(Row row) {
    /** The measure that counts line items. */
    public static final String ROWS = "rows";

    /** {@link #ROWS}, then the cost measures of the ledger. */
    public static final List<String> MEASURES = Stream.concat(
                    Stream.of(ROWS), Arrays.stream(CostColumn.values()).map(CostColumn::measure))
            .toList();

    private static final String DOUBLE_LOSS = "double_loss";
    private static final List<String> PARTS = List.of("kept", "unconnected", "rejected", DOUBLE_LOSS);

    /** One side of it. Columns of later versions are NULL in older rows, and count 0. Rows have no double loss. */
    public BigDecimal amount(String side, String measure) {
        return side.equals(DOUBLE_LOSS) && measure.equals(ROWS)
                ? BigDecimal.ZERO
                : Optional.ofNullable(row.<Object>getAs(side + "_" + measure))
                        .map(value -> new BigDecimal(value.toString()))
                        .orElse(BigDecimal.ZERO);
    }

    /** Added up again, not as recorded: whether delivered = kept + unconnected + rejected + double loss, in every measure. */
    public boolean balances() {
        return MEASURES.stream().allMatch(measure -> {
            BigDecimal parts =
                    PARTS.stream().map(part -> amount(part, measure)).reduce(BigDecimal.ZERO, BigDecimal::add);
            return amount("delivered", measure).compareTo(parts) == 0;
        });
    }
}
