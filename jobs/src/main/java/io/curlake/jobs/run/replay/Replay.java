package io.curlake.jobs.run.replay;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.export.ReadableDelivery;
import io.curlake.jobs.reconciliation.Ledger;
import io.curlake.jobs.reconciliation.LedgerSide;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.history.RecordedSides;
import io.curlake.jobs.table.Partition;
import java.util.Optional;

/**
 * A delivery that somebody asked for.
 *
 * @param recorded its last load, if it ever was loaded
 */
public record Replay(Warehouse warehouse, DeliveryFinder finder, Delivery delivery, Optional<LoadedDelivery> recorded) {

    /** The delivery's content, which refuses where the same files deliver other amounts than they did. */
    public ReadableDelivery checked(ReadableDelivery content) {
        return sameFiles()
                .<ReadableDelivery>map(load -> new ReplayedContent(
                        content,
                        RecordedSides.of(warehouse, load).delivered(),
                        differences -> finder.errors(delivery.period())
                                .deliversOtherAmounts(delivery.id(), load.loadedAt(), differences)))
                .orElse(content);
    }

    /** How the ledger compares with that of the last load, in a sentence. */
    public String comparison(Ledger ledger) {
        String what = new Partition(delivery.source(), delivery.period()) + ": delivery '" + delivery.id() + "' ";
        if (recorded.isEmpty()) {
            return what + "was never loaded before; there is no ledger to compare with";
        }
        Optional<LoadedDelivery> load = sameFiles();
        if (load.isEmpty()) {
            return what + "was loaded at " + recorded.get().loadedAt()
                    + " from other files; the ledgers are not compared";
        }
        String same = what + "is byte for byte what was loaded at " + load.get().loadedAt() + ", and ";
        return LedgerSide.of(RecordedSides.of(warehouse, load.get()).unconnected())
                        .differencesTo(ledger.unconnected())
                        .isEmpty()
                ? same + "the ledger is the same to the last decimal"
                : same
                        + "delivers the same to the last decimal; what is unconnected differs, because other accounts are "
                        + "connected";
    }

    private Optional<LoadedDelivery> sameFiles() {
        return recorded.filter(load -> load.isOfSameFiles(delivery));
    }
}
