package io.curlake.jobs.report.page;

import static io.curlake.jobs.report.page.TestReports.account;
import static io.curlake.jobs.report.page.TestReports.book;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.report.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final String EVIL = "</script><script>alert('x')</script><img src=x onerror=\"y\">&";

    @Test
    void whatAnAccountIsCalledIsNeverMarkup() {
        Report report = TestReports.of(book("USD", 20, account("000000000042", EVIL, "1", "0")));

        String page = Page.of(report);

        assertThat(page)
                .contains(
                        "&lt;/script&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&lt;img src=x onerror=&quot;y&quot;"
                                + "&gt;&amp;<span class=\"id\">000000000042</span>")
                .doesNotContain("<img", "alert('x')");
        assertThat(page.split("</script>", -1))
                .as("Chart.js and our script, and nothing else")
                .hasSize(3);
    }

    @Test
    void aScriptCannotEndEarly() {
        assertThat(Assets.inline("a = '</script>'; b = '</SCRIPT >'; c = '<!--'"))
                .isEqualTo("a = '<\\/script>'; b = '<\\/SCRIPT >'; c = '<\\!--'");
    }

    @Test
    void thePageLoadsNothing() {
        String page = Page.of(TestReports.of(book("USD", 20, account("000000000042", "web", "1", "0"))));

        assertThat(page)
                .contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                        + "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:\">")
                .contains("Chart.js v4.4.4", "Released under the MIT License")
                .doesNotContain("sourceMappingURL", "<link rel=\"stylesheet\"", " src=");
    }

    @Test
    void whatIsNotShownIsCountedAndAddedUp() {
        Report report = TestReports.of(book(
                "USD",
                1,
                account("000000000042", "web", "1000.005", "1"),
                account("000000000043", "", "20.25", "1"),
                account("000000000044", "", "-0.5", "2")));

        PageTables tables = new PageTables(Page.of(report));

        assertThat(tables.rows("Spend by account, USD", ""))
                .containsExactly(List.of("web", "1000.005", "98.1", "1000.005", "1", "999.005", "", "1"));
        assertThat(tables.html())
                .contains("<tr class=\"rest\"><th scope=\"row\">and 2 more accounts</th>"
                        + "<td class=\"number\" data-value=\"19.75\">19.75</td>")
                .contains("<th scope=\"row\">Total</th><td class=\"number\" data-value=\"1019.755\">1,019.76</td>");
        assertThat(tables.sum("Spend by account, USD", 1)).isEqualByComparingTo("1019.755");
    }

    @Test
    void oneLineIsNotLeftOutForALineThatSaysSo() {
        Report report = TestReports.of(
                book("USD", 1, account("000000000042", "web", "2", "1"), account("000000000043", "ops", "1", "1")));

        assertThat(new PageTables(Page.of(report)).rows("Spend by account, USD", ""))
                .hasSize(2);
    }

    @Test
    void currenciesStandApart() {
        Report report = TestReports.of(
                book("EUR", 20, account("000000000042", "web", "10", "8")),
                book("USD", 20, account("000000000042", "web", "5", "4")));

        PageTables tables = new PageTables(Page.of(report));

        assertThat(tables.total("Spend by account, EUR", 1)).isEqualByComparingTo("10");
        assertThat(tables.total("Spend by account, USD", 1)).isEqualByComparingTo("5");
        assertThat(tables.html())
                .contains("<h3>acme, EUR</h3>", "<h3>acme, USD</h3>")
                .doesNotContain("15.00");
    }

    @Test
    void theHeadlineComparesTheSameDays() {
        String page = Page.of(TestReports.of(book("USD", 20, account("000000000042", "web", "1100", "1000"))));

        assertThat(page)
                .contains("October 2026 so far")
                .contains("1–20 Oct against 1–20 Sep</p><p class=\"value\">+10.0\u00a0%</p>")
                .contains("1,100.00 after 1,000.00: +100.00\u00a0USD");
    }

    @Test
    void anEmptySectionSaysWhatToRun() {
        String page = Page.of(TestReports.of(book("USD", 20, account("000000000042", "web", "1", "0"))));

        assertThat(page)
                .contains("No resource was looked at yet. Run &#39;curlake discover&#39;")
                .contains("No load is recorded. Run &#39;curlake load&#39;.")
                .contains("No day is unusual.")
                .contains("No delivery moved the cost of a day that was over.")
                .contains("No Savings Plan and no reservation was used or paid for in this month.")
                .contains("Nothing was dropped: every account with cost is connected.")
                .contains("No charge has a tag or a cost category.");
    }

    @Test
    void aProofShowsEveryDigit() {
        Report report = TestReports.of(
                List.of(TestReports.period(
                        "1002.000000000000000001", "1000.000000000000000001", "1000.000000000000000001")),
                book("USD", 20, account("000000000042", "web", "1", "0")));

        String page = Page.of(report);

        assertThat(report.isOutOfBalance()).isFalse();
        assertThat(page)
                .contains("<p class=\"value\">Balances</p>")
                .contains(">1,002.000000000000000001</td>")
                .contains("The tables of this report hold 1,000.000000000000000001\u00a0USD unblended: what was kept.");
    }

    @Test
    void aLedgerThatDoesNotBalanceIsTheFirstThingOneSees() {
        Report report = TestReports.of(
                List.of(TestReports.period("1002.01", "1000", "1000")),
                book("USD", 20, account("000000000042", "web", "1", "0")));

        String page = Page.of(report);

        assertThat(report.isOutOfBalance()).isTrue();
        assertThat(page)
                .contains(
                        "<div class=\"card bad\"><p class=\"label\">Ledger</p><p class=\"value\">Does not balance</p>")
                .contains("<td class=\"number\" data-value=\"0.01\">0.01</td>");
    }

    @Test
    void tablesThatDoNotHoldWhatWasKeptAreOutOfBalanceToo() {
        Report report = TestReports.of(
                List.of(TestReports.period("1002", "1000", "999")),
                book("USD", 20, account("000000000042", "web", "1", "0")));

        assertThat(report.isOutOfBalance()).isTrue();
        assertThat(Page.of(report))
                .contains("The tables of this report hold 999\u00a0USD unblended, −1\u00a0USD more than was kept.");
    }

    @Test
    void aReportIsKnownByItsBeginning() {
        String page = Page.of(TestReports.of(book("USD", 20, account("000000000042", "web", "1", "0"))));

        assertThat(Signature.madeAt(page.substring(0, Signature.WITHIN))).contains(TestReports.MADE);
        assertThat(Signature.madeAt("<!doctype html><title>another</title>")).isEmpty();
    }
}
