package io.curlake.jobs.report.page;

import io.curlake.jobs.report.Book;
import io.curlake.jobs.report.Report;
import io.curlake.jobs.report.Top;
import io.curlake.jobs.report.concern.Anomaly;
import io.curlake.jobs.report.concern.Commitment;
import io.curlake.jobs.report.concern.Commitments;
import io.curlake.jobs.report.concern.Coverage;
import io.curlake.jobs.report.concern.Discovery;
import io.curlake.jobs.report.concern.Restated;
import io.curlake.jobs.report.concern.Unconnected;
import io.curlake.jobs.report.proof.PeriodState;
import io.curlake.jobs.report.proof.PeriodState.Built;
import io.curlake.jobs.report.proof.PeriodState.Delivered;
import io.curlake.jobs.report.proof.Proof;
import io.curlake.jobs.report.spend.Month;
import io.curlake.jobs.report.spend.Share;
import io.curlake.jobs.report.spend.Spend;
import io.curlake.model.BillingPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reports of a few visible numbers, on the morning of 2026-10-21. */
final class TestReports {
    static final Instant MADE = Instant.parse("2026-10-21T06:00:00Z");
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final LocalDate WHOLE = LocalDate.parse("2026-10-20");

    private TestReports() {}

    static Report of(Book... books) {
        return of(List.of(), books);
    }

    static Report of(List<PeriodState> periods, Book... books) {
        return new Report(
                MADE,
                Optional.empty(),
                MADE.minusSeconds(2_592_000),
                List.of(),
                List.of(),
                Arrays.asList(books),
                new Discovery(Optional.empty(), List.of(), List.of()),
                periods);
    }

    /** A book whose accounts cost so much each, of which so many lines are shown. */
    static Book book(String currency, int shown, Share... accounts) {
        Share total = Arrays.stream(accounts).reduce(Share.NONE, Share::plus);
        Share service = new Share(
                "AmazonEC2",
                "",
                total.cost(),
                total.wholeDays(),
                total.sameDaysBefore(),
                total.before(),
                total.forecast());
        Spend spend = new Spend(
                Optional.of(WHOLE),
                Optional.empty(),
                Map.of(WHOLE, total.cost()),
                Map.of(LocalDate.parse("2026-09-20"), total.before()),
                Top.of(
                        List.of(new Month("2026-10", total.cost(), total.cost(), Map.of("AmazonEC2", total.cost()))),
                        13,
                        Month.NONE,
                        Month::plus),
                Top.of(Arrays.asList(accounts), shown, Share.NONE, Share::plus),
                Top.of(List.of(service), 20, Share.NONE, Share::plus),
                new Spend.Tags(List.of(), 0));
        return new Book(
                "acme",
                OCTOBER,
                currency,
                spend,
                new Unconnected(
                        total.cost(), Top.of(List.of(), 20, Unconnected.Account.NONE, Unconnected.Account::plus)),
                new Commitments(
                        Top.of(List.of(), 20, Commitment.NONE, Commitment::plus),
                        Commitment.NONE,
                        Top.of(List.of(), 20, Coverage.NONE, Coverage::plus)),
                Top.of(List.of(), 20, Anomaly.NONE, Anomaly::plus),
                new Restated(Top.of(List.of(), 20, Restated.Change.NONE, Restated.Change::plus), Map.of()));
    }

    static Share account(String id, String name, String cost, String sameDaysBefore) {
        return new Share(
                id,
                name,
                new BigDecimal(cost),
                new BigDecimal(cost),
                new BigDecimal(sameDaysBefore),
                new BigDecimal(sameDaysBefore),
                Optional.empty());
    }

    static PeriodState period(String delivered, String kept, String gold) {
        Proof.Line line = new Proof.Line(
                "unblended_cost",
                new BigDecimal(delivered),
                new BigDecimal(kept),
                new BigDecimal("2"),
                BigDecimal.ZERO,
                BigDecimal.ZERO);
        return new PeriodState(
                "acme",
                OCTOBER,
                new Delivered("d-1", "cur2-parquet", "adopted", 1, 3, 2_048, MADE.minusSeconds(10_800)),
                Optional.of(MADE.minusSeconds(7_200)),
                Built.CURRENT,
                Optional.of(WHOLE),
                List.of(new Proof(
                        "USD", 1, 0, List.of(line), new BigDecimal(kept), Optional.of(new BigDecimal(gold)))));
    }
}
