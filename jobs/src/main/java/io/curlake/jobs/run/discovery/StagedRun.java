package io.curlake.jobs.run.discovery;

import io.curlake.jobs.discovery.history.Look;
import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.storage.Storage;
import io.curlake.model.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A run's folder below the warehouse, with a file for each account that is done. A run that was killed is gone on with where it
 * asked the same not long ago.
 *
 * @param folder its URI
 */
record StagedRun(Storage storage, String folder, Look look) {
    private static final Duration GONE_ON_WITH = Duration.ofHours(12);
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern ID_TEXT = Pattern.compile("\\d{8}T\\d{6}Z");
    private static final String LINES = ".jsonl";
    private static final String QUESTION = "question.txt";

    /**
     * The unfinished run that asked the same and is young enough, or a new one.
     *
     * @param question what is looked for, and where; without secrets
     */
    static StagedRun open(Warehouse warehouse, String question) {
        Storage storage = warehouse.storage();
        String runs = Storage.uri(warehouse.config().warehouse()) + "/_curlake/discovery/";
        Instant now = warehouse.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return storage.folders(runs).stream()
                .filter(id -> ID_TEXT.matcher(id).matches())
                .map(id -> new StagedRun(storage, runs + id, new Look(id, began(id))))
                .filter(run -> !run.look.at().isAfter(now))
                .filter(run -> run.look.at().plus(GONE_ON_WITH).isAfter(now))
                .filter(run -> run.asks(question))
                .max(Comparator.comparing(run -> run.look.at()))
                .orElseGet(() -> begun(storage, runs, now, question));
    }

    private static StagedRun begun(Storage storage, String runs, Instant now, String question) {
        String id = ID.format(now);
        StagedRun run = new StagedRun(storage, runs + id, new Look(id, now));
        storage.write(run.folder + "/" + QUESTION, question.getBytes(StandardCharsets.UTF_8));
        return run;
    }

    private static Instant began(String id) {
        return LocalDateTime.parse(id, ID).toInstant(ZoneOffset.UTC);
    }

    private boolean asks(String question) {
        String uri = folder + "/" + QUESTION;
        return storage.find(uri).isPresent() && new String(storage.read(uri), StandardCharsets.UTF_8).equals(question);
    }

    /** Where the file of an account goes. */
    String uri(AccountId account) {
        return folder + "/" + account + LINES;
    }

    /** The accounts that are done. */
    Set<AccountId> done() {
        return storage.files(folder).stream()
                .map(file -> file.uri().substring(file.uri().lastIndexOf('/') + 1))
                .filter(name -> name.endsWith(LINES))
                .map(name -> new AccountId(name.substring(0, name.length() - LINES.length())))
                .collect(Collectors.toSet());
    }

    /** The lines of all accounts: {@link StagedLines#SCHEMA}. */
    Dataset<Row> lines(Warehouse warehouse) {
        return warehouse.spark().read().schema(StagedLines.SCHEMA).json(folder + "/*" + LINES);
    }

    /** Removes what the run staged, and what runs did that nobody goes on with any more. */
    void remove() {
        storage.delete(folder);
        String runs = folder.substring(0, folder.lastIndexOf('/') + 1);
        storage.folders(runs).stream()
                .filter(id -> ID_TEXT.matcher(id).matches())
                .filter(id -> began(id).plus(GONE_ON_WITH).isBefore(look.at()))
                .forEach(id -> storage.delete(runs + id));
    }
}
