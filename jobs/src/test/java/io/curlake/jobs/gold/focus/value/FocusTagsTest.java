package io.curlake.jobs.gold.focus.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class FocusTagsTest {
    @Test
    void usersTagsKeepTheirKeysAndAllOthersHaveAPrefix() {
        assertThat(tags(
                        Map.of(
                                "user_team",
                                "web",
                                "aws_created_by",
                                "cfn",
                                "user:Name",
                                "box",
                                "aws:stack",
                                "s",
                                "bare",
                                "b"),
                        Map.of(),
                        Map.of("department", "Product")))
                .isEqualTo(Map.of(
                        "team", "web",
                        "aws:created_by", "cfn",
                        "Name", "box",
                        "aws:stack", "s",
                        "bare", "b",
                        "aws:tags:CostCategory/department", "Product"));
    }

    @Test
    void keysAsPeopleWroteThemComeBeforeNormalizedOnes() {
        assertThat(tags(
                        Map.of("user_cost_center", "1"),
                        Map.of(
                                "resourceTags/user:CostCenter", "2",
                                "resourceTags/Stage", "prod",
                                "resourceTags/aws:createdBy", "cfn",
                                "costCategory/Department", "Product",
                                "accountTag/Owner", "ann",
                                "kubernetes.io/cluster", "c"),
                        Map.of("department", "product")))
                .isEqualTo(Map.of(
                        "CostCenter", "2",
                        "Stage", "prod",
                        "aws:createdBy", "cfn",
                        "aws:tags:CostCategory/Department", "Product",
                        "aws:accountTag/Owner", "ann",
                        "kubernetes.io/cluster", "c"));
    }

    @Test
    void anOriginThatTheNewColumnDoesNotHoldComesFromTheOldOne() {
        assertThat(tags(Map.of("user_team", "web"), Map.of("accountTag/Owner", "ann"), Map.of("department", "Product")))
                .isEqualTo(Map.of(
                        "team", "web", "aws:accountTag/Owner", "ann", "aws:tags:CostCategory/department", "Product"));
    }

    @Test
    void aTagWithoutAValueIsNone() {
        assertThat(tags(Map.of("user_team", "", "user_stage", "prod"), Map.of(), Map.of()))
                .isEqualTo(Map.of("stage", "prod"));
        assertThat(FocusTags.merged(map(Map.of("user_team", "")), null, null)).isNull();
        assertThat(FocusTags.merged(null, null, null)).isNull();
    }

    @Test
    void twoKeysThatBecomeOneAreNoFailure() {
        assertThat(tags(Map.of("user_team", "web", "user:team", "web"), Map.of(), Map.of()))
                .isEqualTo(Map.of("team", "web"));
    }

    private static Map<String, String> tags(
            Map<String, String> resourceTags, Map<String, String> tags, Map<String, String> costCategory) {
        MapData found = FocusTags.merged(map(resourceTags), map(tags), map(costCategory));
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; found != null && i < found.numElements(); i++) {
            texts.put(
                    found.keyArray().getUTF8String(i).toString(),
                    found.valueArray().getUTF8String(i).toString());
        }
        return texts;
    }

    private static MapData map(Map<String, String> map) {
        return new ArrayBasedMapData(
                new GenericArrayData(
                        map.keySet().stream().map(UTF8String::fromString).toArray()),
                new GenericArrayData(
                        map.values().stream().map(UTF8String::fromString).toArray()));
    }
}
