package io.curlake.jobs.run.comparison;

import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.table.Partition;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which delivery a person means. Deliveries that were never loaded are looked for in the export. */
final class DeliveryChoice {
    private final Partition partition;
    private final List<String> loaded;
    private final DeliveryFinder finder;

    DeliveryChoice(Partition partition, LoadedDeliveries loaded, DeliveryFinder finder) {
        this.partition = partition;
        this.loaded = loaded.inOrder().stream().map(d -> d.deliveryId()).toList();
        this.finder = finder;
    }

    /** The id of the delivery; refuses a text that is the beginning of none, or of several. */
    String id(String text) {
        if (loaded.isEmpty()) {
            throw refusal(ExitCode.NOTHING_DELIVERED, "it was never loaded. Run 'curlake load' first.");
        }
        if (text.equals(DiffRequest.NEWEST)) {
            return loaded.get(loaded.size() - 1);
        }
        return text.equals(DiffRequest.PREVIOUS) ? previous() : named(text);
    }

    private String previous() {
        if (loaded.size() < 2) {
            throw refusal(
                    ExitCode.NOTHING_DELIVERED,
                    "it was loaded from one delivery only, '" + loaded.get(0)
                            + "'. Run again after another is loaded, or name an older one with --from.");
        }
        return loaded.get(loaded.size() - 2);
    }

    private String named(String text) {
        List<String> known = Stream.concat(loaded.stream(), finder.deliveryIds(partition.period()).stream())
                .distinct()
                .toList();
        if (known.contains(text)) {
            return text;
        }
        List<String> begun = known.stream().filter(id -> id.startsWith(text)).toList();
        if (begun.isEmpty()) {
            throw refusal(
                    ExitCode.USAGE, "no delivery's id begins with '" + text + "'. Known are " + quoted(known) + ".");
        }
        if (begun.size() > 1) {
            throw refusal(
                    ExitCode.USAGE, "'" + text + "' is the beginning of " + quoted(begun) + ". Write more of it.");
        }
        return begun.get(0);
    }

    Refusal refusal(ExitCode exitCode, String reason) {
        return new Refusal(exitCode, "Cannot diff " + partition + ": " + reason);
    }

    static String quoted(List<String> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }
}
