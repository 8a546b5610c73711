package io.curlake.jobs.alert;

import io.curlake.jobs.account.AccountNews;
import io.curlake.jobs.restatement.CauseTotal;
import io.curlake.jobs.restatement.RestatementSummary;
import io.curlake.jobs.run.LoadSummary;
import io.curlake.jobs.run.PeriodResult;
import io.curlake.jobs.run.record.Redaction;
import io.curlake.jobs.table.Partition;
import io.curlake.model.AccountId;
import io.curlake.model.CostColumn;
import io.curlake.model.Refusal;
import io.curlake.model.config.AlertsConfig;
import io.curlake.model.config.AlertsConfig.Topic;
import io.curlake.model.config.CurlakeConfig;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What of a run is worth telling, as configured. A function of the run's result: it looks at nothing else. */
final class Alerts {
    private final AlertsConfig config;
    private final Redaction redaction;

    Alerts(CurlakeConfig config) {
        this.config = config.alerts();
        this.redaction = Redaction.of(config);
    }

    /** The events of a load that ended, in the order of the topics. */
    List<Event> of(LoadSummary summary) {
        return Stream.of(Topic.values())
                .filter(config.on()::contains)
                .<Event>flatMap(topic -> of(topic, summary).stream())
                .toList();
    }

    /** The event of a verb that failed as a whole. */
    List<Event> of(Refusal refusal) {
        return config.on().contains(Topic.FAILURE)
                ? List.of(new Event.Failure(
                        Optional.empty(), refusal.exitCode(), redaction.of(String.valueOf(refusal.getMessage()))))
                : List.of();
    }

    private Collection<? extends Event> of(Topic topic, LoadSummary summary) {
        return switch (topic) {
            case FAILURE -> each(summary, this::failures);
            case NEW_ACCOUNT -> newAccounts(summary);
            case UNCONNECTED -> each(summary, this::unconnected);
            case RESTATEMENT -> each(summary, this::restatements);
        };
    }

    private static <E extends Event> List<E> each(LoadSummary summary, Function<PeriodResult, Stream<E>> events) {
        return summary.periods().stream().flatMap(events).toList();
    }

    private Stream<Event.Failure> failures(PeriodResult period) {
        return period.error().stream()
                .map(error ->
                        new Event.Failure(Optional.of(period.partition()), period.exitCode(), redaction.of(error)));
    }

    /** An account may arrive in several periods of one load; it is told once, with the oldest of them. */
    private static Collection<Event.NewAccount> newAccounts(LoadSummary summary) {
        Map<String, Event.NewAccount> arrived = new LinkedHashMap<>();
        summary.periods()
                .forEach(period -> period.accounts()
                        .ifPresent(news -> news.arrived()
                                .forEach(account -> arrived.merge(
                                        period.partition().source() + " " + account,
                                        newAccount(period.partition(), account, news),
                                        Alerts::older))));
        return arrived.values();
    }

    private static Event.NewAccount newAccount(Partition partition, AccountId account, AccountNews news) {
        return new Event.NewAccount(
                partition,
                account,
                news.names().getOrDefault(account, ""),
                news.connected().contains(account));
    }

    private static Event.NewAccount older(Event.NewAccount one, Event.NewAccount other) {
        return one.partition().period().compareTo(other.partition().period()) <= 0 ? one : other;
    }

    /** Of periods that were just loaded: what an unchanged one leaves out was told when it was loaded. */
    private Stream<Event.UnconnectedSpend> unconnected(PeriodResult period) {
        return config.unconnectedAbove().stream()
                .flatMap(limit -> period.ledger().stream()
                        .flatMap(ledger -> ledger.unconnected().byCurrency().entrySet().stream())
                        .map(entry -> new Event.UnconnectedSpend(
                                period.partition(),
                                entry.getKey(),
                                entry.getValue().amount(CostColumn.UNBLENDED),
                                limit))
                        .filter(event -> event.cost().compareTo(limit) > 0));
    }

    private Stream<Event.Restatement> restatements(PeriodResult period) {
        return config.restatementAbove().stream()
                .flatMap(limit -> period.restatement().stream()
                        .flatMap(summary -> summary.currencies().stream()
                                .map(in -> new Event.Restatement(
                                        period.partition(),
                                        period.deliveryId(),
                                        summary.since(),
                                        in.currency(),
                                        moved(in),
                                        in.moved(),
                                        limit)))
                        .filter(event -> event.moved().compareTo(limit) > 0));
    }

    /** Without signs: a refund of 500 and late usage of 500 are a restatement of 1000, though nothing is left of it. */
    private static BigDecimal moved(RestatementSummary.InCurrency in) {
        return in.causes().stream()
                .filter(total -> total.cause().moves())
                .map(CauseTotal::unblended)
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
