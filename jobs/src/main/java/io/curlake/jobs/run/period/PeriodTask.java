package io.curlake.jobs.run.period;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.lineitem.scan.KeepRule;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.table.Partition;
import io.curlake.model.AccountId;
import io.curlake.model.config.SourceConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a period is to be replaced by.
 *
 * @param before what it was last loaded from
 * @param contract how its columns differ from those of the delivery before it, in sentences
 * @param knownTypes the line item types of the deliveries before it; none where nobody knows them
 */
public record PeriodTask(
        SourceConfig source,
        DeliveryFinder finder,
        Delivery delivery,
        ConnectedAccounts connected,
        Optional<LoadedDelivery> before,
        List<String> contract,
        Set<String> knownTypes) {
    public PeriodTask {
        contract = List.copyOf(contract);
        knownTypes = Set.copyOf(knownTypes);
    }

    /** A task whose delivery is compared with none. */
    public PeriodTask(
            SourceConfig source,
            DeliveryFinder finder,
            Delivery delivery,
            ConnectedAccounts connected,
            Optional<LoadedDelivery> before) {
        this(source, finder, delivery, connected, before, List.of(), Set.of());
    }

    public Partition partition() {
        return new Partition(delivery.source(), delivery.period());
    }

    /** Which of the delivery's rows are kept. */
    public KeepRule rule() {
        Set<String> ids = connected.in(delivery.source(), delivery.period()).stream()
                .map(AccountId::value)
                .collect(Collectors.toSet());
        return new KeepRule(source.payer(), ids, delivery.period());
    }

    /**
     * Names the change from what was loaded before to this delivery and these accounts: the same for a load that is
     * tried again after a crash, so that nothing is recorded twice.
     */
    String loadId() {
        String change = String.join(
                "\n",
                delivery.source(),
                delivery.period().toString(),
                before.map(LoadedDelivery::loadId).orElse(""),
                delivery.id(),
                delivery.manifest().object().version(),
                connected.in(delivery.source(), delivery.period()).toString());
        return UUID.nameUUIDFromBytes(change.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The delivery before, where it is another one. */
    Optional<LoadedDelivery> restated() {
        return before.filter(loaded -> !loaded.isOf(delivery));
    }
}
