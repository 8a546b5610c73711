package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.LoadRequest.Acceptance;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A column that cost measures are made of is no longer delivered. */
class LostColumnTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final BillingPeriod NOVEMBER = BillingPeriod.parse("2026-11");

    @TempDir
    Path folder;

    private TestExport export;
    private TestWarehouse warehouse;

    @BeforeEach
    void loadAGoodDelivery() {
        export = new TestExport(folder.resolve("bucket"))
                .deliver(OCTOBER, "e1", List.of(List.of(usage(OCTOBER, TestExport.PAYER, 1))));
        warehouse = TestWarehouse.in(folder);
        assertThat(warehouse.loadPeriod().warnings()).isEmpty();
    }

    @Test
    void thePeriodIsRefusedUntilTheLossIsAcceptedWhichIsRecorded() {
        deliverWithout(OCTOBER, "pricing_public_on_demand_cost", "line_item_product_code");

        PeriodResult refused = warehouse.loadPeriod();
        PeriodResult accepted = warehouse.loadPeriod(Acceptance.LOST_COLUMN);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.DELIVERY_UNREADABLE);
        assertThat(refused.error())
                .hasValue("Cannot load billing period 2026-10 of 'acme': a cost column is gone that delivery 'e1' had: "
                        + "'pricing_public_on_demand_cost' (without it list cost is empty). Nothing was published; "
                        + "select what is missing in the export's query again, or, if it is meant, run with "
                        + "--accept-lost-column.");
        assertThat(accepted.status()).isEqualTo(Status.LOADED);
        assertThat(accepted.warnings())
                .containsExactly(
                        "column 'pricing_public_on_demand_cost' is gone: list cost is empty from this delivery on",
                        "gone, and NULL from this delivery on, though no cost measure reads them: "
                                + "'line_item_product_code'");
        assertThat(warehouse.texts(TableName.DELIVERY, "concat_ws('; ', array(delivery_id), contract)"))
                .containsExactly("e1", "e2; " + String.join("; ", accepted.warnings()));
        assertThat(warehouse.texts(
                        TableName.DELIVERY,
                        "element_at(column_types, int(array_position(columns, 'line_item_unblended_cost')))"))
                .containsExactly("double", "double");
    }

    @Test
    void theFirstDeliveryOfAMonthIsComparedWithTheMonthBefore() {
        deliverWithout(NOVEMBER, "line_item_blended_cost");

        List<PeriodResult> results = warehouse.load().periods();

        assertThat(results.get(0).error())
                .hasValue("Cannot load billing period 2026-11 of 'acme': a cost column is gone that delivery 'e1' had: "
                        + "'line_item_blended_cost' (without it blended cost is empty). Nothing was published; select "
                        + "what is missing in the export's query again, or, if it is meant, run with "
                        + "--accept-lost-column.");
        assertThat(results.get(1).status()).isEqualTo(Status.UNCHANGED);
    }

    @Test
    void withoutUnblendedCostNothingIsLoadedWhateverIsAccepted() {
        deliverWithout(OCTOBER, "line_item_unblended_cost");

        assertThat(warehouse.loadPeriod(Acceptance.LOST_COLUMN).error())
                .hasValue("Cannot load billing period 2026-10 of 'acme': no file has the column "
                        + "'line_item_unblended_cost', and without it nothing can be proved. Select it in the export's "
                        + "query.");
    }

    private void deliverWithout(BillingPeriod period, String... columns) {
        List<String> without = List.of(columns);
        StructType schema = new StructType(Arrays.stream(TestLineItem.SCHEMA.fields())
                .filter(field -> !without.contains(field.name()))
                .toArray(StructField[]::new));
        String key = TestExport.key(period, "e2", 1);
        export.writeFile(key, List.of(usage(period, TestExport.PAYER, 2)), schema)
                .deliverManifest(period, "e2", TestExport.ARN, List.of(key));
    }
}
