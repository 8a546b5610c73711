package io.curlake.jobs.export.text.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.export.text.CsvFiles;
import io.curlake.jobs.export.text.TextFile;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextScanTest {
    @TempDir
    Path folder;

    private CsvFiles files;

    @BeforeEach
    void openFolder() {
        files = new CsvFiles(folder);
    }

    @Test
    void rowsAndSumsAreToldForEachCurrencyOfEachFile() {
        TextFile legacy = files.file(1, "a.csv.gz", """
                lineItem/CurrencyCode,lineItem/UnblendedCost,lineItem/BlendedCost,pricing/publicOnDemandCost
                USD,0.1,1,5
                CNY,7,,
                USD,0.2,-3,"6"
                """);
        TextFile cur2 =
                files.file(2, "b.zip", "savings_plan_savings_plan_effective_cost,line_item_currency_code\n4e-2,USD\n");

        List<ScannedFile> scanned = scan(cur2, legacy);

        assertThat(scanned.get(0).totals())
                .containsExactly(
                        totals("CNY", 1, "7", "0", "0", "0", "0", "0"),
                        totals("USD", 2, "0.3", "0", "-2", "11", "0", "0"));
        assertThat(scanned.get(1))
                .isEqualTo(new ScannedFile(2, List.of(totals("USD", 1, "0", "0", "0", "0", "0", "0.04"))));
    }

    @Test
    void aRowOfTheWrongLengthCountsWithoutCurrencyAndAmounts() {
        TextFile file =
                files.file(1, "a.csv", "line_item_currency_code,line_item_unblended_cost\nUSD,1\nUSD,2,3\nUSD\n\n,4\n");

        assertThat(scan(file).get(0).totals())
                .containsExactly(
                        totals("", 3, "4", "0", "0", "0", "0", "0"), totals("USD", 1, "1", "0", "0", "0", "0", "0"));
    }

    @Test
    void aFileOfAHeaderOnlyHasNoRows() {
        TextFile file = files.file(1, "a.csv", "line_item_currency_code\n");

        assertThat(scan(file)).containsExactly(new ScannedFile(1, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1, 0.1",
        "-12.50, -12.50, -12.50",
        "123456789012345, 123456789012345, 123456789012345",
        "1234567890.12345678, 1234567890.12345678, 1234567890.1234567",
        "0.12345678901234567, 0.12345678901234567, 0.12345678901234566",
        "0.0000000000000000005, 0.000000000000000001, 0.000000000000000001",
        "0.00000000000000000049, 0, 0",
        "12345678901234567890.5, 12345678901234567890.5, 12345678901234567000",
        "1E-7, 0.0000001, 0.0000001",
        "1e3, 1000, 1000",
        "+5., 5, 5",
        "-.5, -0.5, -0.5",
        "1e-999999999, 0, 0",
        "1e999999999, 0, 0",
        "abc, 0, 0",
        "NaN, 0, 0",
        "-, 0, 0",
        "., 0, 0",
        "1.2.3, 0, 0",
        "0x1p3, 0, 0",
        "2d, 0, 0",
    })
    void anAmountCountsAsWrittenAndAsADouble(String text, BigDecimal written, BigDecimal asDouble) {
        TextFile file = files.file(1, "a.csv", "line_item_unblended_cost\n" + text + "\n");

        ScannedTotals totals = scan(file).get(0).totals().get(0);

        assertThat(totals.texts().get(0)).isEqualTo(written.setScale(Money.SCALE));
        assertThat(totals.doubles().get(0)).isEqualTo(asDouble.setScale(Money.SCALE));
    }

    private List<ScannedFile> scan(TextFile... list) {
        return TextScan.of(TestSpark.session(), files.storage(), List.of(list));
    }

    private static ScannedTotals totals(String currency, long rows, String... amounts) {
        List<BigDecimal> sums = List.of(amounts).stream().map(Money::of).toList();
        return new ScannedTotals(currency, rows, sums, sums);
    }
}
