package io.curlake.provisioning.check.setting;

import static io.curlake.model.LineItemColumn.Presence.ALWAYS;
import static io.curlake.model.LineItemColumn.Presence.ITEMIZED_DISCOUNT;
import static io.curlake.model.LineItemColumn.Presence.RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.LineItemColumn;
import io.curlake.provisioning.catalog.Exports;
import io.curlake.provisioning.check.finding.Finding;
import io.curlake.provisioning.check.finding.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ColumnFindingsTest {
    private static final String ADD = "Add them to the export's columns ('curlake export apply --update'); months "
            + "that AWS has delivered may stay as they are.";
    private static final Map<String, String> WITH_RESOURCES = Map.of("INCLUDE_RESOURCES", "TRUE");

    @Test
    void anExportOfAllThatItsTableOffersLacksNothing() {
        assertThat(findings(column -> true, WITH_RESOURCES))
                .containsExactly(Finding.ok("columns", "all that the table has with these properties"));
    }

    @Test
    void withoutSavingsPlanColumnsAmortizedCostIsUnblendedCost() {
        assertThat(findings(column -> ColumnGroup.of(column) != ColumnGroup.SAVINGS_PLAN, WITH_RESOURCES))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.NOTE);
                    assertThat(finding.setting()).isEqualTo("columns: savings plan");
                    assertThat(finding.meaning())
                            .startsWith("amortized cost equals unblended cost for the line items of Savings Plans; "
                                    + "missing: 14 of 14, savings_plan_amortized_upfront_commitment_for_billing_period, "
                                    + "savings_plan_end_time, ");
                    assertThat(finding.remedy()).contains(ADD);
                });
    }

    @Test
    void anExportThatDoesNotSayWhoseALineItemIsCannotBeLoaded() {
        assertThat(findings(
                        column -> column != LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID
                                && column != LineItemColumn.LINE_ITEM_CURRENCY_CODE,
                        WITH_RESOURCES))
                .containsExactly(Finding.fault(
                        "columns: required",
                        "the export cannot be loaded: nobody can say whose a line item is, or what it costs; missing: "
                                + "2 of 4, line_item_currency_code, line_item_usage_account_id",
                        ADD));
    }

    @Test
    void aColumnUnderAnotherNameIsMissing() {
        String statement = Exports.select(
                        column -> column.presence() == ALWAYS || column.presence() == ITEMIZED_DISCOUNT)
                .replace("line_item_unblended_cost", "line_item_unblended_cost AS cost");

        assertThat(ColumnFindings.of(Exports.export(statement, Map.of())))
                .extracting(Finding::meaning)
                .singleElement()
                .asString()
                .endsWith("missing: 1 of 4, line_item_unblended_cost (delivered as 'cost')");
    }

    @Test
    void columnsThatTheTableDoesNotOfferAreNotMissing() {
        assertThat(findings(
                        column -> column.presence() == ALWAYS, Map.of("INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY", "TRUE")))
                .containsExactly(Finding.ok("columns", "all that the table has with these properties"));
    }

    @Test
    void splitCostWithoutItsColumnsIsTold() {
        Map<String, String> split = Map.of("INCLUDE_RESOURCES", "TRUE", "INCLUDE_SPLIT_COST_ALLOCATION_DATA", "TRUE");

        assertThat(findings(
                        column -> List.of(ALWAYS, RESOURCES, ITEMIZED_DISCOUNT).contains(column.presence()), split))
                .singleElement()
                .satisfies(finding -> assertThat(finding.meaning())
                        .startsWith(
                                "the rows of tasks and pods are delivered without their share of the cost, and so for nothing; missing: 11 "
                                        + "of 11, split_line_item_actual_usage, "));
    }

    @Test
    void aConditionAndALimitLeaveRowsOut() {
        String statement = Exports.select(column -> true) + " WHERE bill_billing_entity = 'AWS Marketplace' LIMIT 10";

        assertThat(ColumnFindings.of(Exports.export(statement, WITH_RESOURCES)))
                .containsExactly(
                        Finding.ok("columns", "all that the table has with these properties"),
                        Finding.note(
                                "rows",
                                "only those where bill_billing_entity = 'AWS Marketplace'; totals are below the bill",
                                "Remove WHERE from the export's query, unless that is what you want."),
                        Finding.fault(
                                "rows",
                                "no more than 10; which ones, nobody can say",
                                "Remove LIMIT from the export's query."));
    }

    @Test
    void everyColumnIsInOneGroupAndEveryGroupHasColumns() {
        assertThat(ColumnGroup.values())
                .allSatisfy(group -> assertThat(group.columns()).isNotEmpty());
        assertThat(Arrays.stream(ColumnGroup.values()).flatMap(group -> group.columns().stream()))
                .containsExactlyInAnyOrder(LineItemColumn.values());
        assertThat(ColumnGroup.NET.columns()).hasSize(12);
        assertThat(ColumnGroup.TAGS.columns())
                .containsExactly(LineItemColumn.COST_CATEGORY, LineItemColumn.RESOURCE_TAGS, LineItemColumn.TAGS);
    }

    private static List<Finding> findings(Predicate<LineItemColumn> selected, Map<String, String> properties) {
        return ColumnFindings.of(Exports.export(Exports.select(selected), properties));
    }
}
