package io.curlake.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import io.curlake.jobs.sample.line.LineItem;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ColumnType;
import io.curlake.model.LineItemColumn;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** How the expected amounts were checked by hand is told in the README beside the file. */
class SampleGoldenTest {
    private static final SampleSpec SPEC = SampleSpec.into("out").withSize(6, 2, 1_200);
    private static final String COLUMNS = "line_item_line_item_type,line_item_usage_account_id,line_item_usage_type,"
            + "line_item_usage_amount,line_item_unblended_rate,line_item_unblended_cost,line_item_net_unblended_cost,"
            + "pricing_public_on_demand_cost,reservation_effective_cost,reservation_unused_recurring_fee,"
            + "savings_plan_savings_plan_effective_cost,savings_plan_total_commitment_to_date,"
            + "savings_plan_used_commitment,split_line_item_split_cost,split_line_item_unused_cost";

    @ParameterizedTest
    @CsvFileSource(resources = "golden-line-items.csv", numLinesToSkip = 1)
    void theLineItemIsAsCheckedByHand(ArgumentsAccessor expected) {
        LineItem item = SampleRows.at(SPEC, BillingPeriod.parse("2026-10"), expected.getLong(0));

        String generated = Arrays.stream(COLUMNS.split(",", -1))
                .map(column -> text(item, column))
                .collect(Collectors.joining(","));

        assertThat(generated)
                .isEqualTo(expected.toList().stream()
                        .skip(1)
                        .map(value -> value == null ? "" : value.toString())
                        .collect(Collectors.joining(",")));
    }

    private static String text(LineItem item, String name) {
        LineItemColumn column = LineItemColumn.named(name).orElseThrow();
        if (column.type() == ColumnType.STRING) {
            return item.text(column);
        }
        return item.hasNumber(column) ? DoubleToDecimal.toString(item.number(column)) : "";
    }
}
