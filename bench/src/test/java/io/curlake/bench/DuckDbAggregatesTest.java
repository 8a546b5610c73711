package io.curlake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.ExportFormat;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbAggregatesTest {
    @TempDir
    private Path folder;

    @Test
    void bothAggregatesCountTheRowsOfTheConnectedAccounts() throws SQLException {
        SampleExport sample = TestSample.in(folder, ExportFormat.CUR2_PARQUET);
        Set<String> connected = new HashSet<>(sample.linkedAccounts(5));

        long groups = new DuckDbAggregates(sample, connected, 2).to(folder);

        assertThat(groups).isEqualTo(number("count(*)", "daily_cost") + number("count(*)", "daily_resource_cost"));
        assertThat(number("sum(\"count_star()\")", "daily_cost"))
                .isEqualTo(number("sum(\"count_star()\")", "daily_resource_cost"))
                .isEqualTo(sample.rowsOf(connected))
                .isBetween(1L, sample.rows() - 1);
    }

    private long number(String expression, String table) throws SQLException {
        String file = DuckDb.quoted(folder.resolve(table + ".parquet").toString());
        return DuckDb.run(Set.of(""), 1, statement -> {
            try (ResultSet result = statement.executeQuery("SELECT " + expression + " FROM " + file)) {
                result.next();
                return result.getLong(1);
            }
        });
    }
}
