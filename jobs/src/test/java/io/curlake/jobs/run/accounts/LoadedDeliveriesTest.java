package io.curlake.jobs.run.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.jobs.run.history.LoadedDelivery;
import io.curlake.jobs.run.staging.Way;
import io.curlake.jobs.storage.StoredObject;
import io.curlake.jobs.table.Partition;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.ExportFormat;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each line is a load: period, delivery, accounts; the later, the further down. */
class LoadedDeliveriesTest {
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";

    @Test
    void anAccountIsNewThatNoDeliveryBeforeHas() {
        assertThat(arrived("2026-10 e1 " + WEB, "2026-10 e2 " + WEB + " " + LABS))
                .containsExactly(new AccountId(LABS));
        assertThat(arrived("2026-09 e1 " + WEB, "2026-10 e2 " + WEB + " " + LABS))
                .containsExactly(new AccountId(LABS));
    }

    @Test
    void nobodyIsNewWhereNothingWasLoadedBefore() {
        assertThat(arrived()).isEmpty();
        assertThat(arrived("2026-10 e1 " + LABS)).isEmpty();
    }

    @Test
    void anAccountIsNewUntilTheNextDelivery() {
        assertThat(arrived("2026-10 e1 " + WEB, "2026-10 e2 " + LABS, "2026-10 e3 " + LABS))
                .isEmpty();
    }

    @Test
    void loadingADeliveryAgainMakesItNoOther() {
        assertThat(arrived("2026-10 e1 " + WEB, "2026-10 e2 " + WEB + " " + LABS, "2026-10 e2 " + WEB + " " + LABS))
                .containsExactly(new AccountId(LABS));
    }

    @Test
    void anAccountThatComesBackIsNotNew() {
        assertThat(arrived("2026-08 e1 " + LABS, "2026-09 e2 " + WEB, "2026-10 e3 " + LABS))
                .isEmpty();
    }

    @Test
    void anEarlierPeriodThatIsLoadedLaterIsNoReason() {
        assertThat(arrived("2026-10 e1 " + WEB, "2026-09 e2 " + LABS + " " + WEB))
                .isEmpty();
    }

    @Test
    void theLastPeriodsAreThoseOfTheCalendar() {
        LoadedDeliveries loaded = loaded("2026-10 e1", "2026-07 e2", "2026-09 e3", "2026-08 e4");

        assertThat(loaded.lastPeriods(3)).hasToString("[2026-08, 2026-09, 2026-10]");
        assertThat(loaded.lastPeriods(9)).hasSize(4);
    }

    private static List<AccountId> arrived(String... loads) {
        return loaded(loads).arrived("acme");
    }

    private static LoadedDeliveries loaded(String... loads) {
        return LoadedDeliveries.of(IntStream.range(0, loads.length)
                .mapToObj(i -> load(loads[i], Instant.EPOCH.plusSeconds(i)))
                .toList());
    }

    private static LoadedDelivery load(String text, Instant at) {
        String[] words = text.split(" ");
        return new LoadedDelivery(
                new Partition("acme", BillingPeriod.parse(words[0])),
                words[1],
                "export",
                ExportFormat.CUR2_PARQUET,
                Way.ADOPTED,
                new StoredObject("file:/manifest", 1, "etag-" + words[1]),
                List.of(),
                1,
                List.of(),
                Arrays.asList(words).subList(2, words.length),
                "fingerprint",
                "load",
                at,
                1,
                List.of(),
                List.of());
    }
}
