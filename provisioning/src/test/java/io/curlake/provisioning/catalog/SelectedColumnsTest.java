package io.curlake.provisioning.catalog;

import static io.curlake.model.LineItemColumn.LINE_ITEM_USAGE_ACCOUNT_ID;
import static io.curlake.model.LineItemColumn.PRODUCT;
import static io.curlake.model.LineItemColumn.RESOURCE_TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.LineItemColumn;
import io.curlake.provisioning.catalog.SelectedColumns.Selected;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectedColumnsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT line_item_usage_account_id, product FROM COST_AND_USAGE_REPORT",
                "select line_item_usage_account_id,product from COST_AND_USAGE_REPORT;",
                "\n SELECT\n\tline_item_usage_account_id\n,  product\nFROM\nCOST_AND_USAGE_REPORT\n",
                "SELECT \"line_item_usage_account_id\", LINE_ITEM_USAGE_TYPE AS x, Product FROM COST_AND_USAGE_REPORT"
            })
    void columnsAreFoundHoweverTheStatementIsWritten(String statement) {
        SelectedColumns selected = SelectedColumns.of(statement);

        assertThat(selected.table()).isEqualTo("COST_AND_USAGE_REPORT");
        assertThat(selected.delivers(LINE_ITEM_USAGE_ACCOUNT_ID)).isTrue();
        assertThat(selected.delivers(PRODUCT)).isTrue();
        assertThat(selected.delivers(RESOURCE_TAGS)).isFalse();
        assertThat(selected.condition()).isEmpty();
        assertThat(selected.limit()).isEmpty();
    }

    @Test
    void aStarSelectsEveryColumn() {
        SelectedColumns selected = SelectedColumns.of("SELECT * FROM COST_AND_USAGE_REPORT");

        assertThat(LineItemColumn.values()).allMatch(selected::delivers);
    }

    @Test
    void anAliasIsTheNameThatIsDelivered() {
        SelectedColumns selected = SelectedColumns.of(
                "SELECT line_item_usage_account_id AS account, product product FROM COST_AND_USAGE_REPORT");

        assertThat(selected.delivers(LINE_ITEM_USAGE_ACCOUNT_ID)).isFalse();
        assertThat(selected.otherName(LINE_ITEM_USAGE_ACCOUNT_ID)).contains("account");
        assertThat(selected.delivers(PRODUCT)).isTrue();
        assertThat(selected.otherName(PRODUCT)).isEmpty();
    }

    @Test
    void aColumnSelectedTwiceIsDeliveredUnderItsOwnNameToo() {
        SelectedColumns selected = SelectedColumns.of(
                "SELECT line_item_usage_account_id AS account, line_item_usage_account_id FROM COST_AND_USAGE_REPORT");

        assertThat(selected.delivers(LINE_ITEM_USAGE_ACCOUNT_ID)).isTrue();
        assertThat(selected.otherName(LINE_ITEM_USAGE_ACCOUNT_ID)).isEmpty();
    }

    @Test
    void aMemberOfAMapIsNotTheMap() {
        SelectedColumns selected = SelectedColumns.of(
                "SELECT product.region AS product_region, resource_tags['user_team'] team, product.servicename "
                        + "FROM COST_AND_USAGE_REPORT");

        assertThat(selected.list())
                .containsExactly(
                        new Selected("product", Optional.of("region"), Optional.of("product_region")),
                        new Selected("resource_tags", Optional.of("user_team"), Optional.of("team")),
                        new Selected("product", Optional.of("servicename"), Optional.empty()));
        assertThat(selected.delivers(PRODUCT)).isFalse();
        assertThat(selected.otherName(PRODUCT)).isEmpty();
    }

    @Test
    void aConditionAndALimitAreToldAsWritten() {
        SelectedColumns selected = SelectedColumns.of("SELECT product FROM COST_AND_USAGE_REPORT\nwhere (product_sku = "
                + "'from where, limit''s')\n  AND line_item_usage_type <> ''\nLimit 10;");

        assertThat(selected.table()).isEqualTo("COST_AND_USAGE_REPORT");
        assertThat(selected.condition())
                .contains("(product_sku = 'from where, limit''s') AND line_item_usage_type <> ''");
        assertThat(selected.limit()).contains("10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SELECT", "SELECT product", "DELETE FROM COST_AND_USAGE_REPORT", "no query"})
    void aTextThatIsNoStatementSelectsNothing(String text) {
        assertThat(SelectedColumns.of(text))
                .isEqualTo(new SelectedColumns(List.of(), "", Optional.empty(), Optional.empty()));
    }
}
