package io.curlake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.bench.SampleExport.ManifestColumn;
import io.curlake.model.ExportFormat;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DuckDbCopyTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void theCopyHasTheRowsOfTheConnectedAccounts(ExportFormat format) throws SQLException {
        SampleExport sample = TestSample.in(folder, format);
        Set<String> connected = new HashSet<>(sample.linkedAccounts(5));
        connected.add(SampleExport.PAYER);

        long copied = new DuckDbCopy(sample, connected, 2).to(folder.resolve("copy.parquet"));

        assertThat(copied).isEqualTo(sample.rowsOf(connected)).isBetween(1L, sample.rows() - 1);
    }

    @Test
    void csvColumnsHaveTheTypesOfTheManifest() {
        List<ManifestColumn> columns = List.of(
                new ManifestColumn("lineItem/UnblendedCost", "BigDecimal"),
                new ManifestColumn("line_item_usage_start_date", "timestamp"),
                new ManifestColumn("resourceTags/user:it's", "OptionalString"),
                new ManifestColumn("resourceTags/user:It's", "OptionalString"));

        assertThat(DuckDbCopy.csvColumns(columns))
                .isEqualTo("{'lineItem/UnblendedCost': 'DOUBLE', 'line_item_usage_start_date': 'TIMESTAMP', "
                        + "'resourceTags/user:it''s': 'VARCHAR', 'resourceTags/user:It''s 2': 'VARCHAR'}");
    }
}
