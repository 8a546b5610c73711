package io.curlake.cli;

import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.sample.Sample;
import io.curlake.jobs.sample.SampleSpec;
import io.curlake.jobs.sample.SampleVariant;
import io.curlake.jobs.sample.organization.Account;
import io.curlake.jobs.sample.organization.Organization;
import io.curlake.jobs.sample.waste.Inventory;
import io.curlake.jobs.sample.waste.PlantedFinding;
import io.curlake.jobs.sample.waste.PlantedFindings;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import io.curlake.model.config.ExportConfig.Delivery;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The demo's organization, and which of its accounts are connected. */
final class DemoSample {
    static final String BUCKET = "acme-billing";
    static final List<String> SOURCES = List.of("acme", "acme-legacy");

    private static final AccountId PAYER = new AccountId("111122223333");
    private static final BillingPeriod RESTATED = BillingPeriod.parse("2026-09");
    private static final int LINKED_ACCOUNTS_CONNECTED = 7;

    private final SampleSpec cur2;
    private final SampleSpec legacy;
    private final boolean isRestated;

    DemoSample(long rows, int months) {
        this.isRestated = months > 1;
        SampleSpec organization =
                SampleSpec.into("s3a://" + BUCKET).withSize(12, months, rows).with(SampleVariant.PLANTED_WASTE);
        this.cur2 = organization
                .withFormat(ExportFormat.CUR2_PARQUET, Delivery.CREATE_NEW)
                .withExport("acme-cur2", "exports", PAYER);
        this.legacy = organization
                .withFormat(ExportFormat.LEGACY_CSV, Delivery.OVERWRITE)
                .withExport("acme-report", "reports", PAYER);
    }

    /** What the organization's bill is of. */
    String inventory() {
        return Inventory.of(cur2);
    }

    /** When the inventory is as it says: resources grow old, and the demo's stay as they are. */
    Clock whenSeen() {
        return Clock.fixed(Inventory.seen(cur2), ZoneOffset.UTC);
    }

    /** What must be found in the connected accounts. */
    List<PlantedFinding> planted() {
        Set<AccountId> connected = new HashSet<>(Set.of(PAYER));
        accountsToConnect().forEach(line -> connected.add(line.id()));
        return PlantedFindings.of(cur2, connected);
    }

    void deliver(Warehouse warehouse) {
        for (SampleSpec export : List.of(cur2, legacy)) {
            Sample.write(warehouse.spark(), warehouse.storage(), export);
            if (isRestated) {
                Sample.restate(warehouse.spark(), warehouse.storage(), export, RESTATED);
            }
        }
    }

    /** The payer is connected by itself. */
    List<AccountsFile.Line> accountsToConnect() {
        List<Account> accounts = Organization.of(cur2).accounts();
        return IntStream.range(1, accounts.size())
                // Large and small ones on both sides of the border.
                .filter(rank -> rank % 3 != 0)
                .limit(LINKED_ACCOUNTS_CONNECTED)
                .mapToObj(accounts::get)
                .map(account -> new AccountsFile.Line(account.id(), account.name(), Optional.empty()))
                .toList();
    }
}
