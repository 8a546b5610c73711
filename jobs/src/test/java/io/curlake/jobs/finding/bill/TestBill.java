package io.curlake.jobs.finding.bill;

import io.curlake.jobs.finding.bill.ComputeHours.Interval;
import io.curlake.model.BillingPeriod;
import io.curlake.model.config.FindingsConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A bill of commitments and of compute that costs the same in every hour. */
final class TestBill {
    static final String PLAN = "arn:aws:savingsplans::111122223333:savingsplan/abc";
    private static final Instant START = Instant.parse("2026-08-03T00:00:00Z");

    private TestBill() {}

    static BillView of(CommitmentUse... commitments) {
        return view(List.of(commitments), ComputeHours.of(List.of()));
    }

    /** @param anHour what compute on demand costs */
    static BillView ofHours(int days, String anHour) {
        return view(
                List.of(),
                ComputeHours.of(IntStream.range(0, days * 24)
                        .mapToObj(hour -> START.plus(Duration.ofHours(hour)))
                        .map(hour -> new Interval(hour, hour.plus(Duration.ofHours(1)), "USD", new BigDecimal(anHour)))
                        .toList()));
    }

    static CommitmentUse plan(String committed, String unused) {
        return new CommitmentUse(
                PLAN, "Savings Plan", "111122223333", "USD", new BigDecimal(committed), new BigDecimal(unused));
    }

    private static BillView view(List<CommitmentUse> commitments, ComputeHours hours) {
        return new BillView(
                "111122223333",
                BillingPeriod.parse("2026-10"),
                commitments,
                hours,
                LocalDate.parse("2026-08-03"),
                LocalDate.parse("2026-10-31"),
                FindingsConfig.DEFAULT);
    }
}
