package io.curlake.jobs.run.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.TestSpark;
import io.curlake.jobs.restatement.CauseTotal;
import io.curlake.jobs.restatement.cause.Cause;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.table.Partition;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month as AWS restates it: late usage, credits, other tags, and invoice ids where there were none. */
class RestatedSampleTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");

    @TempDir
    Path folder;

    @Test
    void theCausesExplainWhatTheLedgersOfBothLoadsDifferBy() {
        SampleSpec spec = SampleSpec.into(folder.resolve("acme-billing").toString())
                .withSize(6, 1, 3_500)
                .withExport("acme-cur2", "exports", new AccountId(TestExport.PAYER))
                .with(SampleVariant.SECOND_CURRENCY)
                .with(SampleVariant.EMPTY_USAGE_ACCOUNT);
        TestWarehouse warehouse = TestWarehouse.beside(folder.resolve("acme-billing"), folder.resolve("warehouse"), "");
        Storage storage = warehouse.warehouse().storage();
        Sample.write(TestSpark.session(), storage, spec);
        warehouse.loadPeriod();
        Sample.restate(TestSpark.session(), storage, spec, OCTOBER);
        warehouse.loadPeriod();

        DeliveryDiff diff = new Diff(
                        warehouse.warehouse(),
                        new DiffRequest(
                                warehouse.warehouse().config().source("acme"),
                                OCTOBER,
                                DiffRequest.PREVIOUS,
                                DiffRequest.NEWEST,
                                10))
                .run();
        LoadedDeliveries loaded = LoadedDeliveries.of(warehouse.warehouse(), new Partition("acme", OCTOBER));
        assertThat(diff.totals())
                .usingRecursiveComparison()
                .isEqualTo(CurrencyTotal.of(
                        warehouse.warehouse(),
                        loaded.inOrder().get(0),
                        loaded.inOrder().get(1)));
        assertThat(diff.totals()).hasSize(2).allMatch(total -> total.isExplainedBy(diff.causes()));
        assertThat(diff.causes().stream().map(CauseTotal::cause))
                .contains(Cause.INVOICED, Cause.CREDIT, Cause.LATE_USAGE)
                .doesNotContain(Cause.GONE, Cause.UNKNOWN_TYPE);
        assertThat(diff.largest())
                .hasSize(10)
                .noneMatch(charge -> charge.cause().isHarmless());
        assertThat(unblended(diff.causes(), Cause.INVOICED)).allMatch(amount -> amount == 0);
    }

    private static List<Integer> unblended(List<CauseTotal> causes, Cause cause) {
        return causes.stream()
                .filter(total -> total.cause() == cause)
                .map(total -> total.unblended().signum())
                .toList();
    }
}
