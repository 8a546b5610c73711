package io.curlake.jobs.export.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.export.text.rows.TextRows;
import io.curlake.jobs.export.text.scan.ScannedFile;
import io.curlake.jobs.export.text.scan.ScannedTotals;
import io.curlake.jobs.export.text.scan.TextScan;
import io.curlake.model.CostColumn;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader of rows and the scan share no parsing; on any file they must count and sum alike. */
class ReadersAgreeTextTest {
    @TempDir
    Path folder;

    @Test
    void bothReadersCountAndSumRandomFilesAlike() {
        CsvFiles files = new CsvFiles(folder);
        List<TextFile> random = new ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            random.add(
                    files.file(seed, seed + ".csv" + List.of("", ".gz", ".zip").get(seed % 3), RandomCsv.text(seed)));
        }

        List<Map<String, Totals>> rows = rows(files, random);
        List<ScannedFile> scanned = TextScan.of(TestSpark.session(), files.storage(), random);

        for (int file = 0; file < random.size(); file++) {
            assertThat(scanned(scanned.get(file))).as("file %s", file).isEqualTo(rows.get(file));
        }
        assertThat(scanned.stream().mapToLong(ScannedFile::rows).sum()).isGreaterThan(5_000);
    }

    private record Totals(long rows, List<BigDecimal> sums) {
        Totals plus(Totals other) {
            List<BigDecimal> both = new ArrayList<>();
            for (int i = 0; i < sums.size(); i++) {
                both.add(sums.get(i).add(other.sums.get(i)));
            }
            return new Totals(rows + other.rows, both);
        }
    }

    private static Map<String, Totals> scanned(ScannedFile file) {
        Map<String, Totals> totals = new TreeMap<>();
        for (ScannedTotals currency : file.totals()) {
            totals.put(currency.currency(), new Totals(currency.rows(), currency.doubles()));
        }
        return totals;
    }

    private static List<Map<String, Totals>> rows(CsvFiles files, List<TextFile> list) {
        List<Map<String, Totals>> totals = new ArrayList<>();
        list.forEach(file -> totals.add(new TreeMap<>()));
        for (Row row : TextRows.read(TestSpark.session(), files.storage(), list, TextDialect.CUR2)
                .collectAsList()) {
            List<BigDecimal> costs = CostColumn.lineItemColumns().stream()
                    .map(column -> Money.of(row.<Double>getAs(column)))
                    .toList();
            totals.get(row.<Integer>getAs(TextRows.FILE))
                    .merge(row.getAs("line_item_currency_code"), new Totals(1, costs), Totals::plus);
        }
        return totals;
    }
}
