package io.curlake.jobs.run;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewLineItemTypesTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final BillingPeriod NOVEMBER = BillingPeriod.parse("2026-11");
    private static final String STRANGER = "999988887777";

    @TempDir
    Path folder;

    @Test
    void aTypeThatNeitherTheDeliveryBeforeNorTheMonthBeforeHadIsToldOnceWhoeverHasIt() {
        TestExport export = new TestExport(folder.resolve("bucket"));
        TestWarehouse warehouse = TestWarehouse.in(folder).connect(STRANGER);
        deliver(export, OCTOBER, "e1", "Usage");
        assertThat(warehouse.load(OCTOBER).warnings()).noneMatch(warning -> warning.contains("type"));

        deliver(export, OCTOBER, "e2", "Usage", "Credit", "SavingsPlanNegation", "Gift");
        List<String> told = warehouse.load(OCTOBER).warnings();
        deliver(export, NOVEMBER, "f1", "Credit", "Tax");
        List<String> next = warehouse.load(NOVEMBER).warnings();
        deliver(export, NOVEMBER, "f2", "Tax", "SavingsPlanNegation");
        List<String> last = warehouse.load(NOVEMBER).warnings();

        assertThat(told)
                .containsExactly(
                        "line item type 'Credit' is new: unblended and amortized cost take it as it is billed",
                        "line item type 'SavingsPlanNegation' is new: amortized cost leaves it out",
                        "1 row has the unknown line item type 'Gift', which counts at its unblended cost");
        assertThat(next)
                .containsExactly("line item type 'Tax' is new: unblended and amortized cost take it as it is billed");
        assertThat(last).isEmpty();
        assertThat(warehouse.texts(TableName.DELIVERY, "concat(delivery_id, ' ', concat_ws('; ', contract))"))
                .containsExactly(
                        "e1 ",
                        "e2 " + told.get(0) + "; " + told.get(1)
                                + "; line item type 'Gift' is unknown: it counts at its unblended cost",
                        "f1 " + next.get(0),
                        "f2 ");
    }

    /** The payer's line items are kept; the first type is also a stranger's. */
    private static void deliver(TestExport export, BillingPeriod period, String id, String... types) {
        List<TestLineItem> items = new ArrayList<>();
        for (String type : types) {
            items.add(usage(period, TestExport.PAYER, 1).with("line_item_line_item_type", type));
        }
        items.add(usage(period, STRANGER, 2).with("line_item_line_item_type", types[0]));
        export.deliver(period, id, List.of(items));
    }
}
