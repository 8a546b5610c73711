package io.curlake.jobs.alert;

import io.curlake.jobs.storage.Storage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which news was told on the current day, UTC: a line with the day and one for each news, in a file of the warehouse. It is
 * written anew on another day, so that it never grows.
 */
final class ToldToday {
    private final Storage storage;
    private final String file;
    private final Clock clock;

    ToldToday(Storage storage, String warehouse, Clock clock) {
        this.storage = storage;
        this.file = Storage.uri(warehouse) + "/_alerts/told";
        this.clock = clock;
    }

    /** The events that were not told today. Where nobody can know, all of them: twice is better than never. */
    List<Event> untold(List<Event> events) {
        Set<String> told = known();
        return events.stream().filter(event -> !told.contains(line(event))).toList();
    }

    /** Notes that these were told; throws what the store does. */
    void note(List<Event> events) {
        Set<String> lines = known();
        events.forEach(event -> lines.add(line(event)));
        String text = String.join(
                        "\n", Stream.concat(Stream.of(today()), lines.stream()).toList()) + "\n";
        storage.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> known() {
        List<String> lines = lines();
        return lines.isEmpty() || !lines.get(0).equals(today())
                ? new LinkedHashSet<>()
                : new LinkedHashSet<>(lines.subList(1, lines.size()));
    }

    private List<String> lines() {
        try {
            return storage.find(file).isEmpty()
                    ? List.of()
                    : new String(storage.read(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (RuntimeException e) {
            return List.of();
        }
    }

    private String today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString();
    }

    private static String line(Event event) {
        try {
            byte[] news = (event.name() + " " + event.news()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(news));
        } catch (NoSuchAlgorithmException e) {
            // Every Java has this algorithm.
            throw new IllegalStateException(e);
        }
    }
}
