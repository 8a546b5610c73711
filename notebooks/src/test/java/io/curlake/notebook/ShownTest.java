package io.curlake.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.rapaio.jupyter.kernel.display.DisplayData;

/** What a cell shows is readable, and what lies beneath is exact. */
class ShownTest {
    private static final StructType COSTS = StructType.fromDDL(
            "account_name STRING, line_items BIGINT, cost DECIMAL(38,18), share_percent DECIMAL(38,18)");

    @Test
    void amountsAreRoundedForTheEyeAndExactUnderThePointer() {
        DisplayData table = table(row("data", 12_345L, "-1234567.895", "12.34"));

        assertThat(html(table))
                .contains(">account name</th>")
                .contains("title=\"-1234567.895\">−1,234,567.90</td>")
                .contains(">12,345</td>")
                .contains(">12.3 %</td>");
    }

    @Test
    void thePlainTextOfATableCanBeCalculatedWith() {
        DisplayData table = table(row("data", 12_345L, "1234567.890000000000000001", "12.5"));

        assertThat(text(table))
                .isEqualTo("account_name\tline_items\tcost\tshare_percent\n"
                        + "data\t12345\t1234567.890000000000000001\t12.5");
    }

    @Test
    void numbersStandRightAndTextsLeft() {
        String html = html(table(row("data", 1L, "1", "1")));

        assertThat(html).containsPattern("text-align:right;\">cost</th>");
        assertThat(html).containsPattern("text-align:left;\">account name</th>");
    }

    @Test
    void aBarIsAsLongAsItsShareOfTheLargestOrItsPercentage() {
        List<Row> rows = List.of(row("a", 1L, "200", "40"), row("b", 1L, "-50", "30"));

        assertThat(html(HtmlTable.of(COSTS, rows, "cost").display()))
                .contains("#cfe3f5 100.0%")
                .contains("#cfe3f5 25.0%");
        assertThat(html(HtmlTable.of(COSTS, rows, "share_percent").display()))
                .contains("#cfe3f5 40.0%")
                .contains("#cfe3f5 30.0%");
    }

    @Test
    void whatIsAbsentIsADash() {
        HtmlTable table = HtmlTable.of(COSTS, List.of(RowFactory.create("a", 1L, null, null)), "cost");

        assertThat(html(table.display())).contains("title=\"\">–</td>");
    }

    @Test
    void textsOfAwsAreNoMarkup() {
        assertThat(html(table(row("<b>\"R&D\"</b>", 1L, "1", "1"))))
                .contains(">&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;</td>");
    }

    @Test
    void aTableThatIsCutShortSaysSo() {
        HtmlTable table = HtmlTable.of(COSTS, Collections.nCopies(101, row("a", 1L, "1", "1")));

        assertThat(table.rows()).hasSize(100);
        assertThat(html(table.display())).endsWith("<p><em>The first 100 rows; there are more.</em></p>");
        assertThat(text(table.display())).endsWith("\n… there are more rows");
    }

    @Test
    void noRowsAreSaid() {
        assertThat(html(HtmlTable.of(COSTS, List.of()).display())).isEqualTo("<p><em>No rows.</em></p>");
        assertThat(text(Show.columns("Costs", "USD", new Points(List.of(), Map.of()))))
                .isEqualTo("[chart: Costs: no rows to draw]");
    }

    @Test
    void aFigureSaysItsExactAmount() {
        DisplayData figure = Show.figure("Spent", new BigDecimal("1234.565000"), "USD");

        assertThat(text(figure)).isEqualTo("Spent: 1234.565 USD");
        assertThat(html(figure)).contains("title=\"1234.565\"").contains(">1,234.57\n");
    }

    @Test
    void partsOfAChartAreTheLargestAndTheExactSumOfTheOthers() {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            rows.add(RowFactory.create(Date.valueOf("2026-10-0" + (i % 2 + 1)), "part " + i, new BigDecimal(i + ".1")));
        }

        Points points = Points.of(rows);

        assertThat(points.places()).containsExactly("2026-10-01", "2026-10-02");
        assertThat(points.parts().keySet())
                .containsExactly("part 10", "part 9", "part 8", "part 7", "part 6", "part 5", "part 4", "other");
        assertThat(points.of("other")).containsExactly(new BigDecimal("2.1"), new BigDecimal("4.2"));
        assertThat(points.of("part 9")).containsExactly(BigDecimal.ZERO, new BigDecimal("9.1"));
    }

    @Test
    void chartsArePicturesInThePageItself() {
        Points points = Points.of(List.of(
                RowFactory.create(Date.valueOf("2026-10-01"), "a", new BigDecimal("1.5")),
                RowFactory.create(Date.valueOf("2026-10-02"), "a", new BigDecimal("-2.5"))));

        assertThat(html(Show.columns("By \"day\"", "USD", points)))
                .startsWith("<img alt=\"By &quot;day&quot;\"")
                .contains("src=\"data:image/png;base64,iVBOR");
        assertThat(html(Show.lines("By day", "USD", points))).contains("src=\"data:image/png;base64,iVBOR");
    }

    private static Row row(String name, long items, String cost, String share) {
        return RowFactory.create(name, items, new BigDecimal(cost), new BigDecimal(share));
    }

    private static DisplayData table(Row row) {
        return HtmlTable.of(COSTS, List.of(row)).display();
    }

    private static String html(DisplayData shown) {
        return String.valueOf(shown.data().get("text/html"));
    }

    private static String text(DisplayData shown) {
        return String.valueOf(shown.data().get("text/plain"));
    }
}
