package io.curlake.cli.doctor;

import io.curlake.jobs.export.Delivery;
import io.curlake.jobs.export.DeliveryFinder;
import io.curlake.jobs.storage.Storage;
import io.curlake.jobs.storage.StorageErrors;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import io.curlake.provisioning.check.finding.Finding;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the export's bucket can be listed and read as a load does it, and how old its newest delivery is. */
final class DeliveryCheck {
    private static final String SETTING = "delivery";
    /** AWS updates an export at least once a day. */
    private static final Duration OLD = Duration.ofDays(2);

    private final Storage storage;
    private final SourceConfig source;
    private final Clock clock;
    private final DeliveryFinder finder;

    DeliveryCheck(Storage storage, SourceConfig source, Clock clock) {
        this.storage = storage;
        this.source = source;
        this.clock = clock;
        this.finder = new DeliveryFinder(storage, source);
    }

    List<Check> look() {
        List<BillingPeriod> periods = finder.periods();
        if (periods.isEmpty()) {
            throw new Refusal(
                    ExitCode.NOTHING_DELIVERED,
                    "nothing is delivered at " + source.location() + " yet. A new export delivers within 24 hours: "
                            + "'curlake export status' says since when there is one.");
        }
        Delivery newest = finder.pin(periods.get(0));
        if (!newest.files().isEmpty()) {
            readAByte(newest.file(1).object());
        }
        return List.of(
                Check.of(
                        source.name(),
                        Finding.ok(
                                "bucket",
                                StorageErrors.shown(newest.manifest().object().uri()) + " and its files can be read")),
                Check.of(source.name(), age(newest, periods.size())));
    }

    private Finding age(Delivery newest, int periods) {
        Optional<Instant> at = storage.modified(newest.manifest().object().uri());
        String words = "newest of " + periods + (periods == 1 ? " period" : " periods") + ": " + newest.period() + ", "
                + newest.files().size() + (newest.files().size() == 1 ? " file" : " files")
                + at.map(then -> ", delivered " + Ages.since(then, clock.instant()))
                        .orElse("");
        boolean isOld =
                at.filter(then -> then.plus(OLD).isBefore(clock.instant())).isPresent();
        return isOld
                ? Finding.note(
                        SETTING,
                        words,
                        "AWS updates an export at least once a day: run 'curlake export check'"
                                + (source.mirror().isPresent() ? ", and look at what fills the mirror." : "."))
                : Finding.ok(SETTING, words);
    }

    private void readAByte(StoredObject file) {
        try {
            storage.tail(file.uri(), file.size(), 1);
        } catch (IOException e) {
            throw StorageErrors.cannotRead(file.uri(), e);
        }
    }
}
