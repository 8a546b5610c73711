package io.curlake.jobs.table.upkeep;

import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.listing.ListedFile;
import io.curlake.jobs.table.TableName;
import io.curlake.jobs.table.log.Effect;
import io.curlake.jobs.table.log.TableFile;
import io.curlake.jobs.table.log.TableState;
import io.curlake.jobs.table.log.VectorFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what lies in a table's folder and no version within the retention needs. A file is needed while the newest version
 * has it, and for the retention after a version took it away; one that the log does not know may belong to another writer,
 * and stays until it is that old.
 *
 * @param uri the table's folder
 */
public record Leftovers(Storage storage, TableName table, String uri) {
    private static final String LOG = "_delta_log/";

    /**
     * The leftovers at a moment.
     *
     * @param planned removals that the log does not hold yet
     */
    public List<Leftover> at(Instant now, Duration retention, TableState state, Collection<Removal> planned) {
        List<ListedFile> listed = ListedFile.under(storage, uri);
        LogFiles log = new LogFiles(
                listed.stream().filter(file -> file.path().startsWith(LOG)).toList());
        Instant cutoff = now.minus(retention);
        List<Leftover> leftovers = new ArrayList<>();
        log.unfinished(cutoff).forEach(file -> leftovers.add(leftover(Reason.UNNAMED, file)));
        state.logRetention()
                .ifPresent(kept -> log.expired(now.minus(longer(kept, retention)))
                        .forEach(file -> leftovers.add(leftover(Reason.EXPIRED_LOG, file))));
        List<TableFile> live = new ArrayList<>(state.files(Map.of()));
        planned.forEach(removal -> live.remove(removal.file()));
        List<ListedFile> candidates = candidates(listed, cutoff, paths(live));
        if (!candidates.isEmpty()) {
            List<Removal> removals = new ArrayList<>(log.removals(storage));
            removals.addAll(planned);
            leftovers.addAll(unneeded(candidates, cutoff, removals));
        }
        return leftovers;
    }

    private List<ListedFile> candidates(List<ListedFile> listed, Instant cutoff, Set<String> live) {
        return listed.stream()
                .filter(file -> !isHidden(file.path()))
                .filter(file -> !file.modified().isAfter(cutoff))
                .filter(file -> !live.contains(ListedFile.place(file.uri())))
                .toList();
    }

    private List<Leftover> unneeded(List<ListedFile> candidates, Instant cutoff, List<Removal> removals) {
        Set<String> needed = new HashSet<>();
        Map<String, Reason> reasons = new HashMap<>();
        for (Removal removal : removals) {
            if (removal.at().isAfter(cutoff)) {
                needed.addAll(paths(List.of(removal.file())));
            }
            reasons.put(ListedFile.place(removal.file().uri(uri)), reason(removal.effect()));
            mask(removal.file()).forEach(mask -> reasons.put(mask, Reason.OLD_MASK));
        }
        return candidates.stream()
                .filter(file -> !needed.contains(ListedFile.place(file.uri())))
                .map(file -> leftover(reasons.getOrDefault(ListedFile.place(file.uri()), Reason.UNNAMED), file))
                .toList();
    }

    private Reason reason(Effect effect) {
        return switch (effect) {
            case LAYOUT -> Reason.REWRITTEN;
            case ROWS -> table == TableName.DELIVERED_COST ? Reason.EXPIRED_DELIVERY : Reason.SUPERSEDED;
        };
    }

    private Set<String> paths(List<TableFile> files) {
        Set<String> paths = new HashSet<>();
        for (TableFile file : files) {
            paths.add(ListedFile.place(file.uri(uri)));
            mask(file).forEach(paths::add);
        }
        return paths;
    }

    /** Where the mask of a file lies, if it has one outside the log. */
    private Stream<String> mask(TableFile file) {
        return file
                .maskIfAny()
                .filter(mask -> !mask.storage().equals("i"))
                .map(mask -> ListedFile.place(new VectorFile(storage, uri).uri(mask)))
                .stream();
    }

    /** Names that begin with '_' or '.' are no data, as with Delta's VACUUM. */
    private static boolean isHidden(String path) {
        return Stream.of(path.split("/")).anyMatch(part -> part.startsWith("_") || part.startsWith("."));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Leftover leftover(Reason reason, ListedFile file) {
        return new Leftover(reason, file.uri(), file.size());
    }
}
