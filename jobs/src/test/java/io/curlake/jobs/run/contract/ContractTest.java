package io.curlake.jobs.run.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.export.ManifestColumn;
import io.curlake.model.ExportFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContractTest {
    @Test
    void equalColumnsKeepTheContractWhateverTheirOrder() {
        assertThat(between(
                                cur2("a string", "line_item_unblended_cost double"),
                                cur2("line_item_unblended_cost double", "a string"))
                        .sentences())
                .isEmpty();
    }

    @Test
    void aLostCostColumnIsNamedWithWhatAMeasureIsWithoutIt() {
        Contract contract = between(
                cur2(
                        "line_item_net_unblended_cost double",
                        "savings_plan_used_commitment double",
                        "product_sku string"),
                cur2("product_sku string"));

        assertThat(contract.lostCosts())
                .hasToString("{line_item_net_unblended_cost=net measures equal unblended cost, "
                        + "savings_plan_used_commitment=amortized cost lacks what of Savings Plans is not used}");
        assertThat(contract.sentences())
                .containsExactly(
                        "column 'line_item_net_unblended_cost' is gone: net measures equal unblended cost from this "
                                + "delivery on",
                        "column 'savings_plan_used_commitment' is gone: amortized cost lacks what of Savings Plans is "
                                + "not used from this delivery on");
    }

    @Test
    void aCostColumnThatAppearsSaysWhatWasMissingBefore() {
        assertThat(between(cur2("product_sku string"), cur2("product_sku string", "line_item_blended_cost double"))
                        .sentences())
                .containsExactly("column 'line_item_blended_cost' is new: until this delivery, blended cost is empty");
    }

    @Test
    void columnsThatNoMeasureReadsShareASentence() {
        Contract contract = between(
                cur2("line_item_resource_id string", "product_sku string", "x string"),
                cur2("x string", "line_item_carbon string"));

        assertThat(contract.lostCosts()).isEmpty();
        assertThat(contract.sentences())
                .containsExactly(
                        "gone, and NULL from this delivery on, though no cost measure reads them: "
                                + "'line_item_resource_id', 'product_sku'",
                        "new, though no cost measure reads them: 'line_item_carbon'");
    }

    @Test
    void anotherTypeSaysHowTheColumnIsRead() {
        assertThat(between(
                                cur2("line_item_usage_amount double", "x string", "tags map", "bill_bill_type string"),
                                cur2(
                                        "line_item_usage_amount string",
                                        "x double",
                                        "tags map<string,string>",
                                        "bill_bill_type double"))
                        .sentences())
                .containsExactly(
                        "column 'bill_bill_type' was string and is double: it is read as text",
                        "column 'line_item_usage_amount' was double and is string: it is read as a number, and a value "
                                + "that is none rejects its row",
                        "column 'x' was string and is double: no cost measure reads it");
    }

    @Test
    void theTagsOfALegacyReportAreKeysOfAMap() {
        Contract contract = Contract.between(
                legacy("lineItem/UnblendedCost BigDecimal", "resourceTags/user:Team String"),
                legacy(
                        "lineItem/UnblendedCost OptionalBigDecimal",
                        "resourceTags/user:Team OptionalString",
                        "resourceTags/user:Stage OptionalString",
                        "product/purring OptionalString"));

        assertThat(contract.sentences())
                .containsExactly(
                        "map 'product' has new keys: 'purring'",
                        "map 'resource_tags' has new keys: 'user_stage'",
                        "new, though no cost measure reads them: 'product'");
    }

    @Test
    void whatTheFilesHoldCountsMoreThanTheManifest() {
        DeliveredColumns listed = cur2("line_item_blended_cost double", "x string");

        assertThat(Contract.between(listed, listed.in(Set.of("x"))).lostCosts())
                .containsOnlyKeys("line_item_blended_cost");
    }

    @Test
    void columnsThatNobodyRecordedAreNotMissed() {
        assertThat(between(cur2(), cur2("x string")).sentences()).isEmpty();
    }

    private static Contract between(DeliveredColumns before, DeliveredColumns now) {
        return Contract.between(before, now);
    }

    private static DeliveredColumns cur2(String... columns) {
        return DeliveredColumns.of(ExportFormat.CUR2_PARQUET, columns(columns));
    }

    private static DeliveredColumns legacy(String... columns) {
        return DeliveredColumns.of(ExportFormat.LEGACY_CSV, columns(columns));
    }

    private static List<ManifestColumn> columns(String... columns) {
        return Arrays.stream(columns)
                .map(column -> column.split(" "))
                .map(parts -> new ManifestColumn(parts[0], parts[1]))
                .toList();
    }
}
