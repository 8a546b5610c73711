package io.curlake.jobs.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.account.AccountNews;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.jobs.restatement.CauseTotal;
import io.curlake.jobs.restatement.RestatementSummary;
import io.curlake.jobs.restatement.RestatementSummary.InCurrency;
import io.curlake.jobs.restatement.cause.Cause;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.jobs.run.PeriodResult.Status;
import io.curlake.jobs.table.Partition;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.ExitCode;
import io.curlake.model.FileAmounts;
import io.curlake.model.Money;
import io.curlake.model.Refusal;
import io.curlake.model.config.ConfigFile;
import io.curlake.model.config.CurlakeConfig;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertsTest {
    private static final String PAYER = "111122223333";
    private static final String LABS = "999988887777";

    @Test
    void aLoadThatChangedNothingIsNotWorthAnAlert() {
        assertThat(events("", PeriodResult.unchanged(partition("2026-10"), "e1", "cur2-parquet")))
                .isEmpty();
    }

    @Test
    void aRefusedPeriodIsAFailure() {
        assertThat(bodies("", refused("2026-10", "Cannot load: 3 rows.")))
                .containsExactly("{\"event\":\"failure\",\"source\":\"acme\",\"billing_period\":\"2026-10\",\"exit\":5,"
                        + "\"message\":\"Cannot load: 3 rows.\"}");
    }

    @Test
    void aVerbThatFailedAsAWholeIsOfNoPeriod() {
        Refusal locked = new Refusal(ExitCode.LOCKED, "Cannot load: another run holds the lock.");

        assertThat(bodies(new Alerts(config("")).of(locked)))
                .containsExactly("{\"event\":\"failure\",\"exit\":7,"
                        + "\"message\":\"Cannot load: another run holds the lock.\"}");
        assertThat(new Alerts(config("on: [restatement]")).of(locked)).isEmpty();
    }

    @Test
    void anAccountThatArrivesInTwoPeriodsIsToldOnceWithTheOlder() {
        AccountNews news = AccountNews.of(
                List.of(PAYER, LABS, "000000000042"),
                List.of(PAYER),
                Set.of(new AccountId(PAYER), new AccountId("000000000042")),
                Map.of(new AccountId(LABS), "Labs"));

        assertThat(bodies(
                        "",
                        loaded("2026-11").withAccounts(news),
                        loaded("2026-10").withAccounts(news)))
                .containsExactly(
                        "{\"event\":\"new-account\",\"source\":\"acme\",\"billing_period\":\"2026-10\",\"account\":"
                                + "\"000000000042\",\"name\":\"\",\"connected\":true}",
                        "{\"event\":\"new-account\",\"source\":\"acme\",\"billing_period\":\"2026-10\",\"account\":"
                                + "\"999988887777\",\"name\":\"Labs\",\"connected\":false}");
    }

    @Test
    void unconnectedSpendIsToldInEachCurrencyInWhichItIsAboveTheLimit() {
        PeriodResult period =
                loaded("2026-10", unconnected("USD", "1000.000000000000000001"), unconnected("CNY", "1000"));

        assertThat(bodies("unconnected-above: 1000", period))
                .containsExactly("{\"event\":\"unconnected\",\"source\":\"acme\",\"billing_period\":\"2026-10\","
                        + "\"currency\":\"USD\",\"unblended_cost\":\"1000.000000000000000001\",\"above\":\"1000\"}");
        assertThat(events("", period)).isEmpty();
    }

    @Test
    void aRestatementIsMeasuredWithoutSigns() {
        PeriodResult period = restated(
                total(Cause.REFUND, "-60"),
                total(Cause.LATE_USAGE, "40.5"),
                total(Cause.NEW_CHARGES, "5000"),
                total(Cause.ROUNDING, "0.01"));

        assertThat(bodies("restatement-above: 100", period))
                .containsExactly("{\"event\":\"restatement\",\"source\":\"acme\",\"billing_period\":\"2026-10\","
                        + "\"delivery\":\"e2\",\"since\":\"e1\",\"currency\":\"USD\",\"moved_unblended_cost\":"
                        + "\"100.5\",\"net_unblended_cost\":\"-19.5\",\"above\":\"100\"}");
        assertThat(events("restatement-above: 100.5", period)).isEmpty();
        assertThat(events("", period)).isEmpty();
    }

    @Test
    void whatIsNotAskedForIsNotTold() {
        PeriodResult[] periods = {
            refused("2026-11", "Cannot load."),
            loaded("2026-10", unconnected("USD", "2000")),
            restated(total(Cause.REFUND, "-60"))
        };
        String limits = "unconnected-above: 1\n  restatement-above: 1\n  on: ";

        assertThat(names(limits + "[failure]", periods)).containsExactly("failure");
        assertThat(names(limits + "[restatement, unconnected]", periods)).containsExactly("unconnected", "restatement");
        assertThat(names(limits + "[new-account]", periods)).isEmpty();
    }

    @Test
    void theTextHasALineForEachEventAndEndsBeforeItIsTooLong() {
        PeriodResult[] refused = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> "%02d".formatted(month))
                .flatMap(month -> List.of("2025-" + month, "2026-" + month).stream())
                .map(period -> refused(period, "Cannot load\n" + period + "."))
                .toArray(PeriodResult[]::new);

        String body = new Alert("load", "/data", Instant.EPOCH, events("", refused)).body();

        assertThat(body)
                .contains("\"text\":\"curlake load, /data\\n• Cannot load 2025-01.\\n• Cannot load 2026-01.\\n•")
                .endsWith("\\n• Cannot load 2026-10.\\n… and 4 more\"}");
        assertThat(body.split("\"event\":\"failure\"")).hasSize(25);
    }

    @Test
    void everyEventIsASentence() {
        List<Event> events = List.of(
                new Event.NewAccount(partition("2026-10"), new AccountId(LABS), "Labs", false),
                new Event.NewAccount(partition("2026-10"), new AccountId(PAYER), "", true),
                new Event.UnconnectedSpend(
                        partition("2026-10"), "USD", new BigDecimal("1200.50"), new BigDecimal("1E+3")),
                new Event.Restatement(
                        partition("2026-10"),
                        "e2",
                        "e1",
                        "USD",
                        new BigDecimal("100.50"),
                        new BigDecimal("0E-18"),
                        new BigDecimal("100")));

        assertThat(events)
                .extracting(Event::line)
                .containsExactly(
                        "billing period 2026-10 of 'acme': new account 999988887777 (Labs), not connected",
                        "billing period 2026-10 of 'acme': new account 111122223333, connected",
                        "billing period 2026-10 of 'acme': unconnected spend of 1200.5 USD is above 1000",
                        "billing period 2026-10 of 'acme': delivery 'e2' moved 100.5 USD of 'e1' (net 0) on days that "
                                + "were over, which is above 100");
    }

    @Test
    void noSecretOfTheConfigurationLeaves() {
        String message = "Cannot reach s3a://AKIA:open-sesame@bucket/a@b: POST https://hooks.example.com/T0 with "
                + "signing-key, open-sesame, the-external-id; see https://me@example.com.";

        assertThat(bodies("", refused("2026-10", message)))
                .containsExactly("{\"event\":\"failure\",\"source\":\"acme\",\"billing_period\":\"2026-10\",\"exit\":5,"
                        + "\"message\":\"Cannot reach s3a://bucket/a@b: POST *** with ***, ***, ***; see "
                        + "https://example.com.\"}");
    }

    private static List<String> bodies(String alerts, PeriodResult... periods) {
        return bodies(events(alerts, periods));
    }

    private static List<String> bodies(List<Event> events) {
        return events.stream()
                .map(event -> new Alert("load", "/data", Instant.EPOCH, List.of(event)).body())
                .map(body -> body.substring(body.indexOf('[') + 1, body.indexOf("],\"text\"")))
                .toList();
    }

    private static List<String> names(String alerts, PeriodResult... periods) {
        return events(alerts, periods).stream().map(Event::name).toList();
    }

    private static List<Event> events(String alerts, PeriodResult... periods) {
        return new Alerts(config(alerts)).of(new LoadSummary(List.of(periods), List.of(), 1));
    }

    private static CurlakeConfig config(String alerts) {
        return ConfigFile.parse("curlake.yaml", """
                warehouse: /data
                sources:
                  - name: acme
                    payer: "111122223333"
                    export: {name: acme-cur2, bucket: acme-billing, format: cur2-parquet}
                    external-id: the-external-id
                s3: {access-key: AKIA, secret-key: open-sesame}
                alerts:
                  webhook: https://hooks.example.com/T0
                  secret: signing-key
                  %s
                """.formatted(alerts), name -> "");
    }

    private static Partition partition(String period) {
        return new Partition("acme", BillingPeriod.parse(period));
    }

    private static PeriodResult refused(String period, String message) {
        return PeriodResult.refused(partition(period), "cur2-parquet", ExitCode.DELIVERY_UNREADABLE, message, 1);
    }

    private static PeriodResult loaded(String period, FileAmounts... unconnected) {
        LedgerSide side = LedgerSide.of(Arrays.asList(unconnected));
        LedgerSide none = LedgerSide.EMPTY;
        return loaded(period, Optional.of(new Ledger(side, none, side, none, none, Map.of())), Optional.empty());
    }

    private static PeriodResult restated(CauseTotal... causes) {
        BigDecimal net = Arrays.stream(causes)
                .filter(total -> total.cause().moves())
                .map(CauseTotal::unblended)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        InCurrency in = new InCurrency("USD", 3, net, 1, BigDecimal.ZERO, List.of(causes));
        return loaded("2026-10", Optional.empty(), Optional.of(new RestatementSummary("e1", List.of(in))));
    }

    private static PeriodResult loaded(
            String period, Optional<Ledger> ledger, Optional<RestatementSummary> restatement) {
        return new PeriodResult(
                partition(period),
                Status.LOADED,
                "e2",
                "cur2-parquet",
                Optional.empty(),
                ledger,
                restatement,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                ExitCode.DONE,
                1);
    }

    private static FileAmounts unconnected(String currency, String amount) {
        return new FileAmounts(
                1, currency, new CostAmounts(1, Collections.nCopies(CostColumn.values().length, Money.of(amount))));
    }

    private static CauseTotal total(Cause cause, String unblended) {
        return new CauseTotal("USD", cause, 1, 1, 0, new BigDecimal(unblended), BigDecimal.ZERO);
    }
}
