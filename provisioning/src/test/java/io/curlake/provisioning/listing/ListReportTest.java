package io.curlake.provisioning.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.AccountId;
import io.curlake.provisioning.catalog.Exports;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListReportTest {
    private static final AccountId PAYER = new AccountId("111122223333");

    @Test
    void exportsAndReportsAreListedInColumns() {
        ExportList list = new ExportList(
                PAYER,
                List.of(
                        ExportList.entry(Exports.export("SELECT product FROM COST_AND_USAGE_REPORT", Map.of())),
                        ExportList.entry(Exports.report(List.of(), Optional.empty()))),
                List.of());

        assertThat(ListReport.of(list)).isEqualTo("""
                        NAME       TABLE                  DESTINATION                FORMAT           STATUS
                        acme-cur2  COST_AND_USAGE_REPORT  s3://acme-billing/exports  PARQUET PARQUET  HEALTHY
                        acme-cur   legacy report          s3://acme-billing/reports  textORcsv GZIP   SUCCESS
                        """);
        assertThat(ListReport.json(list))
                .startsWith("{\"verb\":\"export list\",\"account\":\"111122223333\",\"exit_code\":0,\"exports\":["
                        + "{\"name\":\"acme-cur2\",\"table\":\"COST_AND_USAGE_REPORT\","
                        + "\"destination\":\"s3://acme-billing/exports\",\"format\":\"PARQUET PARQUET\","
                        + "\"status\":\"HEALTHY\"},")
                .endsWith("],\"denied\":[]}");
    }

    @Test
    void anAccountWithoutExportsIsToldSo() {
        assertThat(ListReport.of(new ExportList(PAYER, List.of(), List.of())))
                .isEqualTo("Account 111122223333 has no exports and no reports.\n");
    }
}
