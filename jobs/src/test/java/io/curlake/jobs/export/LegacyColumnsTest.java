package io.curlake.jobs.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyColumnsTest {
    @ParameterizedTest
    @CsvFileSource(resources = "legacy-columns.csv", useHeadersInDisplayName = true)
    void everyDocumentedColumnHasItsPlaceInCur2(String csv, String athena, String column, String key) {
        assertThat(LegacyNames.athena(csv)).isEqualTo(athena);
        assertThat(LegacyColumns.ofCsv(csv)).isEqualTo(new TargetColumn(column, key));
        assertThat(LegacyColumns.ofAthena(athena)).isEqualTo(new TargetColumn(column, key));
    }

    @ParameterizedTest
    @CsvSource({
        "savingsPlan/SavingsPlanArn,       savings_plan_savings_plan_a_r_n,",
        "savingsPlan/SavingsPlanARN,       savings_plan_savings_plan_a_r_n,",
        "product/instanceSKU,              product_instancesku,",
        "resourceTags/aws:ec2spot:fleet-request-id, resource_tags, aws_ec2spot_fleet_request_id",
        "product/maxIopsvolume,            product, max_iopsvolume",
        "product/intelAvx2Available,       product, intel_avx2_available",
        "product/instanceTypeFamily,       product, instance_type_family",
        "product/instanceType,             product_instance_type,",
        "costCategory/Charge type,         cost_category, charge_type",
        "discount/EdpDiscount,             discount, edp_discount",
        "discount/TotalDiscount,           discount_total_discount,",
        "lineItem/SomethingNew,            line_item_something_new,",
    })
    void otherColumnsFollowTheSameRule(String csv, String column, String key) {
        assertThat(LegacyColumns.ofCsv(csv)).isEqualTo(new TargetColumn(column, key));
    }

    @Test
    void aNameOfOtherCharactersOnlyIsEmpty() {
        assertThat(LegacyNames.athena("/")).isEmpty();
    }
}
