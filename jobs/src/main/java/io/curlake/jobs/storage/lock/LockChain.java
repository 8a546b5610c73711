package io.curlake.jobs.storage.lock;

import io.curlake.jobs.storage.ConditionalCreate;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generations of a warehouse's lock as objects of its {@code _lock} folder, each made by a conditional create and
 * never changed. What happens to a generation is told by the names of further objects, so that a listing tells all:
 *
 * <pre>
 * 000000000042.json                      who took generation 42, and when
 * 000000000042.until-20261123T120500Z    renewed: it expires then
 * 000000000042.released                  its owner is done
 * </pre>
 */
final class LockChain {
    private static final Pattern NAME = Pattern.compile("(\\d{12})\\.(json|released|until-(\\d{8}T\\d{6}Z))");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Storage storage;
    private final ConditionalCreate creates;
    private final String folder;

    LockChain(Storage storage, String warehouse) {
        this.storage = storage;
        this.creates = new ConditionalCreate(storage);
        this.folder = Storage.uri(warehouse) + "/_lock/";
    }

    /** A generation and what has become of it. */
    record Generation(long number, LockOwner owner, Instant since, Instant expires, boolean released) {}

    private record Entry(long number, String kind, String uri) {}

    /** The newest generation; empty where the lock was never taken. */
    Optional<Generation> newest() {
        while (true) {
            List<Entry> entries = entries();
            Optional<Long> newest = newest(entries);
            if (newest.isEmpty()) {
                return Optional.empty();
            }
            Optional<LockRecord> record = read(newest.get());
            if (record.isPresent()) {
                return Optional.of(generation(newest.get(), record.get(), entries));
            }
            // Someone took the next generation and tidied this one between the listing and the read.
        }
    }

    long newestNumber() {
        return newest(entries()).orElse(0L);
    }

    /**
     * Whether this call took that generation; false where another run did. A writer whose listing is old may make a
     * generation that was tidied away since: then a newer one stands there, and its own counts for nothing.
     */
    boolean take(long number, LockRecord record) {
        String uri = uri(number, "json");
        try {
            creates.create(uri, record.json());
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(uri, e);
        }
        long newest = newestNumber();
        tidy(newest);
        return newest == number;
    }

    /** Notes that the owner of a generation is alive and may be until then. */
    void renew(long number, Instant until) {
        String kind = "until-" + STAMP.format(until);
        note(number, kind);
        entries().stream()
                .filter(entry -> entry.number() == number && entry.kind().startsWith("until-"))
                .filter(entry -> !entry.kind().equals(kind))
                .forEach(entry -> storage.delete(entry.uri()));
    }

    void release(long number) {
        note(number, "released");
    }

    /** Removes what older generations left; the newest alone keeps the numbers rising. */
    private void tidy(long newest) {
        entries().stream().filter(entry -> entry.number() < newest).forEach(entry -> storage.delete(entry.uri()));
    }

    private List<Entry> entries() {
        return storage.files(folder).stream()
                .map(object -> NAME.matcher(object.fileName()))
                .filter(Matcher::matches)
                .map(name -> new Entry(Long.parseLong(name.group(1)), name.group(2), folder + name.group()))
                .toList();
    }

    private static Optional<Long> newest(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().equals("json"))
                .map(Entry::number)
                .max(Comparator.naturalOrder());
    }

    private static Generation generation(long number, LockRecord record, List<Entry> entries) {
        List<String> kinds = entries.stream()
                .filter(entry -> entry.number() == number)
                .map(Entry::kind)
                .toList();
        Instant expires = kinds.stream()
                .filter(kind -> kind.startsWith("until-"))
                .map(kind -> STAMP.parse(kind.substring("until-".length()), Instant::from))
                .max(Comparator.naturalOrder())
                .orElse(record.expires());
        return new Generation(number, record.owner(), record.since(), expires, kinds.contains("released"));
    }

    private Optional<LockRecord> read(long number) {
        String uri = uri(number, "json");
        try (InputStream in = storage.open(uri)) {
            return Optional.of(LockRecord.parse(in.readAllBytes()));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageErrors.cannotRead(uri, e);
        }
    }

    private void note(long number, String kind) {
        String uri = uri(number, kind);
        try {
            creates.create(uri, (kind + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException e) {
            // Said already.
        } catch (IOException e) {
            throw StorageErrors.cannotWrite(uri, e);
        }
    }

    private String uri(long number, String kind) {
        return folder + String.format(Locale.ROOT, "%012d.%s", number, kind);
    }
}
