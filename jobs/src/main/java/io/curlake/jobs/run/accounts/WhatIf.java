package io.curlake.jobs.run.accounts;

import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what connecting or disconnecting accounts would change, from the tables alone. Nothing is changed. */
public final class WhatIf {
    private final Warehouse warehouse;
    private final SourceConfig source;
    private final List<BillingPeriod> periods;

    /** @param periods those asked for; all loaded ones where empty */
    public WhatIf(Warehouse warehouse, SourceConfig source, List<BillingPeriod> periods) {
        this.warehouse = warehouse;
        this.source = source;
        this.periods = List.copyOf(periods);
    }

    /** Refuses what {@code accounts connect} would refuse. */
    public WhatIfAnswer connect(List<AccountId> ids) {
        List<AccountsFile.Line> lines = ids.stream()
                .map(id -> new AccountsFile.Line(id, "", Optional.empty()))
                .toList();
        AccountRegister register = new AccountRegister(warehouse);
        return answer(WhatIfAnswer.Change.CONNECT, ids, register.ifConnected(source, lines));
    }

    /** Refuses what {@code accounts disconnect} would refuse. */
    public WhatIfAnswer disconnect(List<AccountId> ids) {
        AccountRegister register = new AccountRegister(warehouse);
        return answer(WhatIfAnswer.Change.DISCONNECT, ids, register.ifDisconnected(source, ids, Optional.empty()));
    }

    private WhatIfAnswer answer(WhatIfAnswer.Change change, List<AccountId> ids, ConnectedAccounts after) {
        List<LoadedDelivery> deliveries = deliveries(change);
        ConnectedAccounts before = new AccountRegister(warehouse).ifConnected(source, List.of());
        List<DeliveredCosts.Part> parts = new DeliveredCosts(warehouse).parts(deliveries, source.payer(), ids);
        refuseMissing(change, deliveries, parts);
        Border border = new Border(source.name(), before, after);
        return new WhatIfAnswer(
                source.name(),
                change,
                ids,
                Effects.of(parts, ids, border),
                border.shared(parts),
                border.ownerless(parts),
                new AccountCatalog(warehouse).names(source.name(), before));
    }

    private List<LoadedDelivery> deliveries(WhatIfAnswer.Change change) {
        List<LoadedDelivery> loaded = LoadedDeliveries.of(warehouse).newestOf(source.name());
        if (loaded.isEmpty()) {
            throw refusal(change, "nothing of it is loaded. Run 'curlake load' first.");
        }
        for (BillingPeriod period : periods) {
            if (loaded.stream().noneMatch(d -> d.partition().period().equals(period))) {
                throw refusal(change, "billing period " + period + " is not loaded. Run 'curlake load' first.");
            }
        }
        return loaded.stream()
                .filter(d -> periods.isEmpty() || periods.contains(d.partition().period()))
                .toList();
    }

    /** A load that was recorded before the costs of whole deliveries were. */
    private void refuseMissing(
            WhatIfAnswer.Change change, List<LoadedDelivery> deliveries, List<DeliveredCosts.Part> parts) {
        Set<BillingPeriod> valued =
                parts.stream().map(DeliveredCosts.Part::period).collect(Collectors.toSet());
        deliveries.stream()
                .filter(d -> d.rows() > 0 && !valued.contains(d.partition().period()))
                .findFirst()
                .ifPresent(d -> {
                    throw refusal(
                            change,
                            "delivered_cost lacks delivery " + d.deliveryId() + " of billing period "
                                    + d.partition().period()
                                    + ". Its next delivery brings it; until then name other periods with --period.");
                });
    }

    private Refusal refusal(WhatIfAnswer.Change change, String reason) {
        String doing = switch (change) {
            case CONNECT -> "connecting accounts to";
            case DISCONNECT -> "disconnecting accounts from";
        };
        return new Refusal(
                ExitCode.NOTHING_DELIVERED,
                "Cannot tell what " + doing + " '" + source.name() + "' would change: " + reason);
    }
}
