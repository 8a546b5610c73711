package io.curlake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LineItemColumnTest {
    @Test
    void theColumnsAreThoseOfTheAwsTableDictionary() throws IOException {
        assertThat(Arrays.stream(LineItemColumn.values()).map(LineItemColumnTest::line))
                .containsExactlyElementsOf(dictionary());
    }

    @Test
    void aColumnIsFoundByItsExactNameOnly() {
        assertThat(LineItemColumn.named("line_item_unblended_cost")).hasValue(LineItemColumn.LINE_ITEM_UNBLENDED_COST);
        assertThat(LineItemColumn.named("LINE_ITEM_UNBLENDED_COST")).isEmpty();
        assertThat(LineItemColumn.named("line_item_carbon")).isEmpty();
    }

    @Test
    void everyCostColumnIsADouble() {
        assertThat(CostColumn.lineItemColumns())
                .allSatisfy(name -> assertThat(
                                LineItemColumn.named(name).orElseThrow().type())
                        .isEqualTo(ColumnType.DOUBLE));
    }

    private static String line(LineItemColumn column) {
        return column.columnName() + "," + column.type().name().toLowerCase(Locale.ROOT);
    }

    /** Names and types of the CUR 2.0 table dictionary, AWS Data Exports user guide, 2026-11. */
    private static List<String> dictionary() throws IOException {
        try (InputStream in = Objects.requireNonNull(LineItemColumnTest.class.getResourceAsStream("cur2-columns.csv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).toList();
        }
    }
}
