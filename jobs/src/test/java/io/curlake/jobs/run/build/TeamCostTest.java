package io.curlake.jobs.run.build;

import static io.curlake.jobs.run.TestLineItem.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.LoadRequest;
import io.curlake.jobs.run.TestExport;
import io.curlake.jobs.run.TestLineItem;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.insight.Insights;
import io.curlake.jobs.table.TableName;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamCostTest {
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final String ACCOUNT = "000000000042";
    private static final String OTHER = "000000000043";
    private static final String NET = "line_item_net_unblended_cost";
    private static final StructType WITH_NET = TestLineItem.SCHEMA.add(NET, DataTypes.DoubleType, false);

    @TempDir
    private Path folder;

    @Test
    void teamsCostWhatDailyCostSaysWhoeverHasNetCostsAndWhateverWasLoadedSince() throws IOException {
        Path teams = Files.writeString(folder.resolve("teams.csv"), "kind,key,pattern,team\naccount,,*,All\n");
        TestWarehouse test =
                TestWarehouse.in(folder, ExportFormat.CUR2_PARQUET, "showback: {teams: %s}".formatted(teams));
        String key = TestExport.key(OCTOBER, "o-1", 1);
        new TestExport(folder.resolve("bucket"))
                .writeFile(
                        key,
                        List.of(
                                usage(OCTOBER, ACCOUNT, 5),
                                usage(OCTOBER, OTHER, 3).with(NET, 2.0)),
                        WITH_NET)
                .deliverManifest(OCTOBER, "o-1", TestExport.ARN, List.of(key));
        test.connect(ACCOUNT).load();

        new Build(test.warehouse(), sentence -> {}).run(LoadRequest.EVERYTHING);

        String costs = "concat_ws(' ', load_id, cast(unblended_cost as int), cast(net_amortized_cost as int))";
        assertThat(test.texts(TableName.TEAM_COST, costs))
                .isEqualTo(test.texts(TableName.DAILY_COST, costs))
                .singleElement()
                .asString()
                .endsWith(" 5 0");

        // Loaded, but not built again.
        new TestExport(folder.resolve("bucket")).deliver(OCTOBER, "o-2", List.of(List.of(usage(OCTOBER, ACCOUNT, 7))));
        test.load();
        Files.writeString(teams, "kind,key,pattern,team\naccount,,*,Others\n");
        new Insights(test.warehouse(), () -> {}).refresh("acme");

        assertThat(test.texts(TableName.TEAM_COST, costs)).isEqualTo(test.texts(TableName.DAILY_COST, costs));
    }
}
