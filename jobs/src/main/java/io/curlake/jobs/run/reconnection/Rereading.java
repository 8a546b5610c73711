package io.curlake.jobs.run.reconnection;

import io.curlake.jobs.export.DeliveredAmounts;
import io.curlake.jobs.lineitem.FileSums;
import io.curlake.jobs.lineitem.Provenance;
import io.curlake.jobs.lineitem.scan.KeepRule;
import io.curlake.jobs.lineitem.scan.sum.AccountAndType;
import io.curlake.jobs.lineitem.sums.Rest;
import io.curlake.jobs.run.staging.PinnedSource;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.table.Publication;
import io.curlake.jobs.table.staged.MaskedRest;
import io.curlake.jobs.table.staged.StagedFile.Holds;
import io.curlake.model.FileAmounts;
import io.curlake.model.config.CurlakeConfig.Layout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Leaves rewritten files in the table without the rows of accounts that were disconnected, and reads the export again for
 * those accounts only of which the files hold nothing. What is left out is what the ledger of the load says, changed by
 * what these two steps measure; its value is in {@code delivered_cost}.
 *
 * @param layout whether rows of accounts that were disconnected may stay in the table, masked
 * @param watcher is told what is read again
 */
public record Rereading(
        KeepRule rule, RecordedDelivery recorded, LoadedSource source, Layout layout, Consumer<String> watcher)
        implements Reconnection {
    /** Each connection adds a file of the same delivered one: a period of more is loaded whole, into one each. */
    private static final int MOST_SMALL_FILES = 8;

    private static final long SMALL = 32L << 20;

    @Override
    public Way way() {
        return Way.REWRITTEN;
    }

    @Override
    public void begin(Publication publication) {
        if (!publication.stay(Holds.CONNECTED_ROWS)) {
            throw new NotAsLoaded(NotAsLoaded.LINE_ITEM);
        }
    }

    @Override
    public Rest stage(Publication publication) {
        try (MaskedRest masked = publication.mask(rule)) {
            Remainder unconnected = new Remainder(recorded.ledger().unconnected())
                    .plus(masked.unconnected())
                    .minus(masked.maskedBefore());
            Set<String> absent = absent(masked.keptRows());
            requireValued(unconnected, account -> !rule.keeps(account) || absent.contains(rule.owner(account)));
            removeMasked(publication);
            if (!absent.isEmpty()) {
                unconnected = unconnected.minus(readAgain(publication, absent));
                requireValued(unconnected, account -> !rule.keeps(account));
            }
            return new RecordedRest(recorded, rule, unconnected.files());
        }
    }

    /** With {@code layout: rewrite}, nothing that nobody may see lies in the table. */
    private void removeMasked(Publication publication) {
        if (layout == Layout.REWRITE) {
            source.spark().conf().set("spark.sql.codegen.maxFields", "1000");
            publication.rewriteMasked(
                    rows -> PinnedSource.sorted(source.spark(), rows, rule).kept());
        }
    }

    /** The kept accounts of which the files hold nothing; a part of an account's rows is no state that a load leaves. */
    private Set<String> absent(Map<String, Long> rowsOfFiles) {
        Map<String, Long> delivered = new HashMap<>();
        recorded.sums()
                .rows(rule::keeps)
                .forEach((counted, rows) -> delivered.merge(rule.owner(counted.account()), rows, Long::sum));
        Map<String, Long> held = new HashMap<>();
        rowsOfFiles.forEach((account, rows) -> held.merge(rule.owner(account), rows, Long::sum));
        Set<String> absent = new TreeSet<>();
        delivered.forEach((owner, rows) -> {
            long there = held.getOrDefault(owner, 0L);
            if (there == 0) {
                absent.add(owner);
            } else if (there != rows) {
                throw new NotAsLoaded("line_item holds " + there + " of " + rows + " line items of account " + owner
                        + "; reading the delivery again");
            }
        });
        return absent;
    }

    /** Writes the rows of these accounts; gives their sums, which are not those that will be read back. */
    private List<FileAmounts> readAgain(Publication publication, Set<String> accounts) {
        requireFewFiles(publication);
        PinnedSource delivery = source.open(rule.of(accounts));
        watcher.accept("reading the delivery again for " + accounts.size()
                + (accounts.size() == 1 ? " account" : " accounts"));
        delivery.chooseCodeGeneration();
        // Text is decoded whole for these few rows, and only once.
        Dataset<Row> rows = delivery.lineItems()
                .kept()
                .drop(Provenance.LINE, Provenance.REASON, Provenance.TEXT)
                .persist(StorageLevel.MEMORY_AND_DISK());
        try {
            publication.write(rows);
            return FileSums.of(rows);
        } finally {
            rows.unpersist(false);
        }
    }

    private void requireFewFiles(Publication publication) {
        long small = publication.replaced().stream()
                .filter(file -> file.size() < SMALL)
                .count();
        int delivered = source.delivery().files().size();
        if (small >= (long) MOST_SMALL_FILES * delivered) {
            throw new NotAsLoaded("line_item has " + small + " small files for " + delivered
                    + (delivered == 1 ? " delivered one" : " delivered ones") + "; reading the delivery again");
        }
    }

    /** Sums by file, and groups by account that know no files, have to come to the same. */
    private void requireValued(Remainder unconnected, Predicate<String> accounts) {
        if (!unconnected.isValuedBy(recorded.sums().amounts(accounts))) {
            throw new NotAsLoaded(NotAsLoaded.LINE_ITEM);
        }
    }

    @Override
    public DeliveredAmounts delivered() {
        return recorded.ledger().delivered();
    }

    @Override
    public void checkSource() {
        source.checkUnchanged();
    }

    @Override
    public void checkKept(Map<AccountAndType, Long> rows) {
        if (!rows.equals(recorded.sums().rows(rule::keeps))) {
            throw new NotAsLoaded(NotAsLoaded.LINE_ITEM);
        }
    }

    @Override
    public Optional<Dataset<Row>> rejected() {
        return Optional.empty();
    }
}
