package io.curlake.jobs.run.bridge.migration;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.run.AccountRegister;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.bridge.migration.sum.ComparedSum;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Compares two sources of one payer in every period that both have loaded, from what the tables hold. Changes nothing. */
public final class Migration {
    private final Warehouse warehouse;

    public Migration(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Refuses a period that is not loaded from both. */
    public MigrationResult run(MigrationRequest request) {
        LoadedPairs loaded = new LoadedPairs(warehouse, request);
        List<DeliveryPair> pairs = loaded.pairs();
        ConnectedAccounts connected = new AccountRegister(warehouse).all();
        List<ComparedSum> delivered = new ComparedDeliveries(warehouse, request).of(pairs);
        List<ComparedGold> gold = new GoldComparison(warehouse, request, connected).of(pairs);
        return new MigrationResult(
                request,
                IntStream.range(0, pairs.size())
                        .mapToObj(i -> period(pairs.get(i), delivered, gold.get(i), connected))
                        .toList(),
                loaded.onlyOf(request.from().name(), request.to().name()),
                loaded.onlyOf(request.to().name(), request.from().name()));
    }

    private static ComparedPeriod period(
            DeliveryPair pair, List<ComparedSum> delivered, ComparedGold gold, ConnectedAccounts connected) {
        List<ComparedSum> ofPeriod = delivered.stream()
                .filter(sum -> sum.period().equals(pair.period()))
                .toList();
        List<Concern> concerns = new ArrayList<>(new DeliveredJudgement(pair, ofPeriod, connected).concerns());
        concerns.addAll(new GoldJudgement(pair, gold).concerns());
        return new ComparedPeriod(pair, ofPeriod, gold, concerns);
    }
}
