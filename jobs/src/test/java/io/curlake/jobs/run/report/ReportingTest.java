package io.curlake.jobs.run.report;

import static io.curlake.jobs.run.insight.TestDailyCosts.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curlake.jobs.cost.Net;
import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.concern.Anomaly;
import io.curlake.jobs.report.spend.Share;
import io.curlake.jobs.run.TestWarehouse;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.insight.Insights;
import io.curlake.jobs.run.insight.TestDailyCosts;
import io.curlake.jobs.run.insight.TestLineItems;
import io.curlake.model.Refusal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three months of costs, on the morning of 2026-11-12; the 11th is only begun. */
class ReportingTest {
    @TempDir
    static Path folder;

    private static Report report;
    private static Book book;

    @BeforeAll
    static void report() {
        Warehouse warehouse = morning(TestWarehouse.in(folder).warehouse());
        new TestDailyCosts()
                .usage(WEB, "AmazonEC2", "2026-09-01", "2026-11-11", ReportingTest::cost)
                .usage("000000000043", "AmazonS3", "2026-11-09", "2026-11-11", day -> "0.000000000000000001")
                .charge(WEB, "AmazonEC2", "Tax", "2026-10-01", "7")
                .write(new TestWarehouse(warehouse));
        new TestLineItems()
                .add(WEB, "2026-11-09", 88, Map.of())
                .write(new TestWarehouse(warehouse), "2026-11", Net.DELIVERED);
        TestLineItems.recordBuilds(
                new TestWarehouse(warehouse),
                Map.of("2026-09", Net.ABSENT, "2026-10", Net.ABSENT, "2026-11", Net.DELIVERED));
        new Insights(warehouse, () -> {}).refresh("acme");
        report = new Reporting(warehouse).run(new ReportRequest(List.of(), Optional.empty()));
        book = report.books().get(0);
    }

    private static Warehouse morning(Warehouse opened) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-12T03:00:00Z"), ZoneOffset.UTC);
        return new Warehouse(opened.spark(), opened.storage(), opened.tables(), opened.config(), clock);
    }

    private static String cost(LocalDate day) {
        return day.equals(LocalDate.parse("2026-11-09")) ? "80" : "10";
    }

    @Test
    void wholeDaysAreComparedWithTheSameDaysOfTheMonthBefore() {
        Share total = book.spend().total();

        assertThat(book.spend().asOf()).contains(LocalDate.parse("2026-11-10"));
        assertThat(total.cost()).isEqualByComparingTo("180.000000000000000003");
        assertThat(total.wholeDays()).isEqualByComparingTo("170.000000000000000002");
        assertThat(total.sameDaysBefore()).isEqualByComparingTo("107");
        assertThat(total.before()).isEqualByComparingTo("317");
    }

    @Test
    void aForecastIsTheOneOfTheTable() {
        assertThat(book.spend().outlook().orElseThrow().forecast()).isEqualByComparingTo("370.000000000000000002");
        assertThat(book.spend().accounts().shown())
                .extracting(Share::id, share -> share.forecast().map(BigDecimal::stripTrailingZeros))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(WEB, Optional.of(new BigDecimal("3.7E+2"))),
                        org.assertj.core.groups.Tuple.tuple("000000000043", Optional.of(new BigDecimal("2E-18"))));
    }

    @Test
    void monthsAreThoseThatWereBuilt() {
        assertThat(book.spend().months().shown())
                .extracting(month -> month.label())
                .containsExactly("2026-11", "2026-10", "2026-09");
        assertThat(book.spend().months().total().cost()).isEqualByComparingTo("797.000000000000000003");
    }

    @Test
    void anAnomalyIsShownOnce() {
        assertThat(book.anomalies().shown())
                .extracting(
                        Anomaly::first,
                        Anomaly::account,
                        anomaly -> anomaly.difference().stripTrailingZeros())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        LocalDate.parse("2026-11-09"), WEB, new BigDecimal("7E+1")));
    }

    @Test
    void whatWasNeverMadeIsEmpty() {
        assertThat(report.discovery().ran()).isEmpty();
        assertThat(report.periods()).isEmpty();
        assertThat(book.unconnected().accounts().isEmpty()).isTrue();
        assertThat(book.commitments().month().isEmpty()).isTrue();
    }

    @Test
    void beforeABuildThereIsNothingToReport() {
        Warehouse empty = TestWarehouse.in(folder.resolve("empty")).warehouse();

        assertThatThrownBy(() -> new Reporting(empty).run(new ReportRequest(List.of(), Optional.empty())))
                .isInstanceOf(Refusal.class)
                .hasMessage("Cannot report: no billing period of 'acme' has been built yet. Run 'curlake load', then "
                        + "'curlake build'.");
    }
}
