package io.curlake.jobs.run;

import static io.curlake.jobs.run.RewrittenExport.LABS;
import static io.curlake.jobs.run.RewrittenExport.OCTOBER;
import static io.curlake.jobs.run.RewrittenExport.PAYER;
import static io.curlake.jobs.run.RewrittenExport.WEB;
import static io.curlake.jobs.run.RewrittenExport.accountsOnDisk;
import static io.curlake.jobs.run.RewrittenExport.masked;
import static io.curlake.jobs.run.RewrittenExport.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.TestTable;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.model.ExportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Accounts come and go while a rewritten period stays: each change leaves what a first load with these accounts would, in one
 * commit, and reads the export only for accounts that the files of the table hold nothing of.
 */
class RewrittenPeriodTest {
    private static final String AGAIN = "billing period 2026-10 of 'acme': reading the delivery again for ";

    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();

    /** Tells what is read again, and does not bear that all is. */
    private final Progress partly = new Progress() {
        @Override
        public void notice(String sentence) {
            notices.add(sentence);
        }

        @Override
        public void loading(Delivery delivery) {
            throw new AssertionError("the whole delivery is loaded: " + notices);
        }
    };

    @Test
    void ofTextIsMaskedAndReadAgainForNewAccountsOnly() {
        RewrittenExport export = new RewrittenExport(folder, ExportFormat.LEGACY_CSV).deliver();
        TestWarehouse warehouse = firstLoad(export);
        Map<TableName, List<String>> payerOnly = state(warehouse);
        TestTable table = warehouse.table(TableName.LINE_ITEM);
        List<TableFile> first = table.files();
        assertThat(accountsOnDisk(warehouse)).containsExactly("1: " + PAYER, "2: ", "2: " + PAYER);

        warehouse.connect(WEB);
        Map<TableName, List<String>> payerAndWeb =
                loadedAsFirst(warehouse, export.warehouse("with-web").connect(WEB));
        assertThat(notices).containsExactly(AGAIN + "1 account");
        assertThat(table.files()).containsAll(first);
        assertThat(accountsOnDisk(warehouse))
                .containsExactly("1: " + WEB, "1: " + PAYER, "2: ", "2: " + PAYER, "3: " + WEB);

        warehouse.disconnect(Optional.empty(), WEB);
        assertThat(export.withoutData(() -> loaded(warehouse))).isEqualTo(payerOnly);
        assertThat(masked(warehouse)).isEqualTo(3);

        warehouse.connect(WEB);
        assertThat(export.withoutData(() -> loaded(warehouse))).isEqualTo(payerAndWeb);
        assertThat(masked(warehouse)).isZero();
        assertThat(notices).hasSize(1);

        warehouse.disconnect(Optional.empty(), WEB).connect(LABS);
        loadedAsFirst(warehouse, export.warehouse("with-labs").connect(LABS));
        assertThat(warehouse.reconcile(OCTOBER).error()).isEmpty();
        assertThat(notices).hasSize(2);
        assertThat(masked(warehouse)).isEqualTo(3);
    }

    @Test
    void withLayoutRewriteHoldsNoRowThatNobodyMaySee() {
        RewrittenExport export = new RewrittenExport(folder, ExportFormat.CUR2_PARQUET).deliver();
        TestWarehouse warehouse = firstLoad(export);
        TestTable table = warehouse.table(TableName.LINE_ITEM);
        Map<TableName, List<String>> payerOnly = state(warehouse);

        warehouse.connect(WEB, LABS);
        loadedAsFirst(warehouse, export.warehouse("with-both").connect(WEB, LABS));
        assertThat(notices).containsExactly(AGAIN + "2 accounts");
        List<TableFile> both = table.files();

        warehouse.disconnect(Optional.empty(), WEB);
        export.withoutData(() -> loaded(warehouse));
        assertThat(accountsOnDisk(warehouse))
                .containsExactly("1: " + PAYER, "1: " + LABS, "2: ", "2: " + PAYER, "2: " + LABS, "4: " + LABS);
        assertThat(masked(warehouse)).isZero();
        assertThat(table.stored()).noneMatch(file -> file.toString().contains("deletion_vector"));
        assertThat(table.files()).filteredOn(both::contains).hasSizeGreaterThan(2);

        warehouse.disconnect(Optional.empty(), LABS);
        assertThat(export.withoutData(() -> loaded(warehouse))).isEqualTo(payerOnly);
    }

    private static TestWarehouse firstLoad(RewrittenExport export) {
        TestWarehouse warehouse = export.warehouse("warehouse");
        assertThat(warehouse.loadPeriod().way()).hasValue(Way.REWRITTEN);
        return warehouse;
    }

    /** Loads what a warehouse holds in which the accounts were connected from the start, and warns of the same. */
    private Map<TableName, List<String>> loadedAsFirst(TestWarehouse warehouse, TestWarehouse fresh) {
        List<String> warnings = fresh.loadPeriod().warnings();

        PeriodResult result = load(warehouse);

        assertThat(state(warehouse)).isEqualTo(state(fresh));
        assertThat(result.warnings()).isEqualTo(warnings).isNotEmpty();
        return state(warehouse);
    }

    private PeriodResult load(TestWarehouse warehouse) {
        long version = warehouse.table(TableName.LINE_ITEM).version();
        PeriodResult result = warehouse.loadPeriod(partly);
        assertThat(result.error()).isEmpty();
        assertThat(result.way()).hasValue(Way.REWRITTEN);
        assertThat(warehouse.table(TableName.LINE_ITEM).version()).isEqualTo(version + 1);
        return result;
    }

    private Map<TableName, List<String>> loaded(TestWarehouse warehouse) {
        load(warehouse);
        return state(warehouse);
    }
}
