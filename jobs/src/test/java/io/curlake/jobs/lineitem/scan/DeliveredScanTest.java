package io.curlake.jobs.lineitem.scan;

import static io.curlake.jobs.lineitem.scan.Batches.doubles;
import static io.curlake.jobs.lineitem.scan.Batches.schema;
import static io.curlake.jobs.lineitem.scan.Batches.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.model.CostColumn;
import io.curlake.model.ExitCode;
import io.curlake.model.FileAmounts;
import io.curlake.model.Refusal;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class DeliveredScanTest {
    private static final StructType SCHEMA = schema("line_item_currency_code", "line_item_unblended_cost");

    @Test
    void whatIsAbsentCountsAsEmptyAndWhatIsNoAmountAsNothing() {
        DeliveredScan scan = new DeliveredScan(SCHEMA);

        scan.add(Batches.of(
                5,
                texts("USD", null, "", "USD", "USD"),
                doubles(1.5, 0.25, Double.NaN, null, Double.POSITIVE_INFINITY)));
        scan.add(Batches.of(1, texts("EUR"), doubles(0.1)));

        assertThat(scan.amounts(7).stream().map(DeliveredScanTest::shown))
                .containsExactlyInAnyOrder("7 USD 3 1.5", "7  2 0.25", "7 EUR 1 0.1");
    }

    @Test
    void aValueThatIsTheSameInEveryRowCountsInEveryRow() {
        ConstantColumnVector currency = Batches.constant(DataTypes.StringType, 3);
        currency.setUtf8String(UTF8String.fromString("USD"));
        ConstantColumnVector cost = Batches.constant(DataTypes.DoubleType, 3);
        cost.setDouble(0.1);
        ConstantColumnVector nothing = new ConstantColumnVector(3, DataTypes.DoubleType);
        nothing.setNull();
        DeliveredScan scan = new DeliveredScan(SCHEMA);

        scan.add(Batches.of(3, currency, cost));
        scan.add(Batches.of(3, currency, nothing));

        assertThat(scan.amounts(1).stream().map(DeliveredScanTest::shown)).containsExactly("1 USD 6 0.3");
    }

    @Test
    void nothingTakenIsNothingDelivered() {
        assertThat(new DeliveredScan(SCHEMA).amounts(1)).isEmpty();
    }

    @Test
    void aSumThatNoTableHoldsIsRefused() {
        DeliveredScan scan = new DeliveredScan(SCHEMA);
        scan.add(Batches.of(1, texts("USD"), doubles(1e300)));

        assertThatThrownBy(() -> scan.amounts(3))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE))
                .hasMessage("Cannot sum line_item_unblended_cost of data file 3: it comes to 1.00E+300, more than "
                        + "DECIMAL(38,18) holds. Ask AWS support to deliver the period again.");
    }

    private static String shown(FileAmounts amounts) {
        return amounts.file() + " " + amounts.currency() + " "
                + amounts.amounts().rows() + " "
                + amounts.amounts()
                        .amount(CostColumn.UNBLENDED)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
