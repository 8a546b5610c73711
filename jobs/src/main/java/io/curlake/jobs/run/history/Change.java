package io.curlake.jobs.run.history;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.table.Partition;
import java.util.Optional;

/** Why a period is to be loaded. */
public enum Change {
    NEVER_LOADED("never loaded"),
    NEW_DELIVERY("a new delivery"),
    OTHER_ACCOUNTS("other accounts are connected"),
    UNFINISHED("a load of it was interrupted"),
    ASKED_FOR("asked for again");

    private final String words;

    Change(String words) {
        this.words = words;
    }

    /**
     * Empty where the manifest and the connected accounts that appear in the delivery are what they were. One listing
     * for a period that was loaded before, none for another.
     */
    public static Optional<Change> of(
            Optional<LoadedDelivery> before, DeliveryFinder finder, ConnectedAccounts connected) {
        if (before.isEmpty()) {
            return Optional.of(NEVER_LOADED);
        }
        LoadedDelivery loaded = before.get();
        Optional<StoredObject> now = finder.manifestObject(loaded.partition().period(), loaded.manifest());
        String version = loaded.manifest().version();
        return now.filter(manifest -> manifest.version().equals(version)).isEmpty()
                ? Optional.of(NEW_DELIVERY)
                : ofAccounts(loaded, connected);
    }

    /** As {@link #of}, as far as the tables tell: no request. */
    public static Optional<Change> ofAccounts(LoadedDelivery before, ConnectedAccounts connected) {
        Partition partition = before.partition();
        String fingerprint = connected.fingerprint(partition.source(), partition.period(), before.usageAccounts());
        return fingerprint.equals(before.fingerprint()) ? Optional.empty() : Optional.of(OTHER_ACCOUNTS);
    }

    @Override
    public String toString() {
        return words;
    }
}
