package io.curlake.jobs.gold.tag;

import static io.curlake.model.LineItemColumn.COST_CATEGORY;
import static io.curlake.model.LineItemColumn.RESOURCE_TAGS;
import static io.curlake.model.LineItemColumn.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.gold.TestCharge;
import io.curlake.jobs.gold.TestScan;
import io.curlake.jobs.lineitem.scan.group.TextGroups;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyTagCostTest {
    @Test
    void aKeyIsTheSameWhicheverColumnDeliversIt() {
        TextGroups charges = charges(
                TestCharge.of("Usage", "000000000042", 1).with(RESOURCE_TAGS, Map.of("user_cost_center", "0025")),
                TestCharge.of("Usage", "000000000042", 2).with(TAGS, Map.of("resourceTags/user:CostCenter", "0025")),
                TestCharge.of("Usage", "000000000042", 4).with(TAGS, Map.of("resourceTags/CostCenter", "0050")),
                TestCharge.of("Usage", "000000000042", 8)
                        .with(RESOURCE_TAGS, Map.of("user_cost_center", "0075"))
                        .with(TAGS, Map.of("resourceTags/user:CostCenter", "0075")),
                TestCharge.of("Usage", "000000000042", 16));

        assertThat(TestCharge.texts(rows(charges), "tag_kind", "tag_key", "tag_value", "rows", "unblended_cost"))
                .containsExactly(
                        "resource_tag cost_center '' 1 16",
                        "resource_tag cost_center 0025 2 3",
                        "resource_tag cost_center 0050 1 4",
                        "resource_tag cost_center 0075 1 8");
    }

    @Test
    void lettersThatAwsReplacesAreReplacedInBothColumns() {
        TextGroups charges = charges(
                TestCharge.of("Usage", "000000000042", 1).with(RESOURCE_TAGS, Map.of("user_gr_e", "XL")),
                TestCharge.of("Usage", "000000000042", 2).with(TAGS, Map.of("resourceTags/user:größe", "XL")));

        assertThat(TestCharge.texts(rows(charges), "tag_kind", "tag_key", "tag_value", "rows", "unblended_cost"))
                .containsExactly("resource_tag gr_e XL 2 3");
    }

    @Test
    void everyKeyHasTheWholeCost() {
        TextGroups charges = charges(
                TestCharge.of("Usage", "000000000042", 1)
                        .with(RESOURCE_TAGS, Map.of("user_team", "search", "aws_created_by", "Root"))
                        .with(COST_CATEGORY, Map.of("department", "Product")),
                TestCharge.of("Tax", "000000000042", 2).with(TAGS, Map.of("accountTag/Owner", "ann")));

        assertThat(TestCharge.texts(rows(charges), "tag_kind", "tag_key", "tag_value", "unblended_cost"))
                .containsExactly(
                        "account_tag owner '' 1",
                        "account_tag owner ann 2",
                        "cost_category department '' 2",
                        "cost_category department Product 1",
                        "resource_tag aws:created_by '' 2",
                        "resource_tag aws:created_by Root 1",
                        "resource_tag team '' 2",
                        "resource_tag team search 1");
    }

    @Test
    void withoutAnyKeyThereIsNoRow() {
        TextGroups charges = charges(TestCharge.of("Usage", "000000000042", 1));

        assertThat(rows(charges).collectAsList()).isEmpty();
    }

    @Test
    void spellingsOfAKeyAreNamed() {
        TextGroups charges = charges(
                TestCharge.of("Usage", "000000000042", 1)
                        .with(TAGS, Map.of("resourceTags/user:Team", "a", "resourceTags/user:team", "A")),
                TestCharge.of("Usage", "000000000042", 2)
                        .with(
                                RESOURCE_TAGS,
                                Map.of("user_cost_center", "1", "user_costcenter", "2", "user_stage", "x")));

        assertThat(DailyTagCost.keys(charges).variants())
                .containsExactly(
                        "Tag keys 'cost_center', 'costcenter' differ in spelling only. Decide for one of them where "
                                + "resources are tagged.",
                        "Tag keys 'Team', 'team' differ in spelling only. Decide for one of them where resources are "
                                + "tagged.");
    }

    @ParameterizedTest
    @CsvSource({
        "resourceTags/user:CostCenter, RESOURCE_TAG, cost_center",
        "resourceTags/CostCenter,      RESOURCE_TAG, cost_center",
        "resourceTags/aws:createdBy,   RESOURCE_TAG, aws:created_by",
        "resourceTags/user:größe,      RESOURCE_TAG, gr_e",
        "costCategory/Charge type,     COST_CATEGORY, charge_type",
        "iamPrincipal/Team,            IAM_PRINCIPAL, team",
        "userAttribute/Cost-Center,    USER_ATTRIBUTE, cost_center",
        "somethingNew/Team,            RESOURCE_TAG, something_new_team"
    })
    void aKeyAsWrittenIsNormalizedAsAwsDoes(String key, TagKey.Kind kind, String name) {
        assertThat(TagKey.ofTags(key)).isEqualTo(new TagKey(kind, name));
    }

    private static Dataset<Row> rows(TextGroups charges) {
        return TestScan.rows(DailyTagCost.of(charges, DailyTagCost.keys(charges)), DailyTagCost.SCHEMA);
    }

    private static TextGroups charges(TestCharge... charges) {
        return TestScan.groups(TestCharge.lineItems(charges), DailyTagCost.grouping(Net.ABSENT));
    }
}
