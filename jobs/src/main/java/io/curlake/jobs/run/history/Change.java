package io.curlake.jobs.run.history;

import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.table.Partition;
import java.util.Optional;

/** Why a period that was loaded before is to be loaded again. */
public enum Change {
    NEW_DELIVERY("a new delivery"),
    OTHER_ACCOUNTS("other accounts are connected");

    private final String words;

    Change(String words) {
        this.words = words;
    }

    /** Empty where the manifest and the connected accounts that appear in the delivery are what they were. */
    public static Optional<Change> of(
            LoadedDelivery before, Optional<StoredObject> manifest, ConnectedAccounts connected) {
        if (!manifest.map(StoredObject::version)
                .equals(Optional.of(before.manifest().version()))) {
            return Optional.of(NEW_DELIVERY);
        }
        Partition partition = before.partition();
        String fingerprint = connected.fingerprint(partition.source(), partition.period(), before.usageAccounts());
        return fingerprint.equals(before.fingerprint()) ? Optional.empty() : Optional.of(OTHER_ACCOUNTS);
    }

    @Override
    public String toString() {
        return words;
    }
}
