package io.curlake.jobs.account.catalog;

import static io.curlake.jobs.account.catalog.AccountStatement.NAME;
import static io.curlake.jobs.account.catalog.AccountStatement.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownAccountsTest {
    private static final AccountId WEB = new AccountId("000000000042");
    private static final AccountId LABS = new AccountId("999988887777");
    private static final BillingPeriod AUGUST = BillingPeriod.parse("2026-08");
    private static final BillingPeriod SEPTEMBER = BillingPeriod.parse("2026-09");
    private static final BillingPeriod OCTOBER = BillingPeriod.parse("2026-10");
    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-11-02T00:00:00Z");
    private static final KnownAccounts NOBODY = new KnownAccounts(List.of());

    @Test
    void theCsvOverridesTheOrganizationAndThatTheDeliveryFieldByField() {
        KnownAccounts known = NOBODY.learning("acme", seen(OCTOBER, WEB), names(OCTOBER, WEB, "web-prod"), FIRST)
                .taking("acme", Origin.CSV, List.of(AccountStatement.of(WEB).with(OWNER, "Ada")), FIRST)
                .taking(
                        "acme",
                        Origin.ORGANIZATION,
                        List.of(AccountStatement.of(WEB)
                                .with(NAME, "Web")
                                .with(OWNER, "nobody")
                                .with(AccountStatement.STATUS, "ACTIVE")),
                        FIRST);

        assertThat(current(known, WEB).attributes())
                .isEqualTo(Map.of(NAME, "Web", OWNER, "Ada", AccountStatement.STATUS, "ACTIVE"));
    }

    @Test
    void whatACsvTakesBackGivesWayToTheOrganization() {
        KnownAccounts known = NOBODY.taking("acme", Origin.ORGANIZATION, statements(WEB, NAME, "Web"), FIRST)
                .taking("acme", Origin.CSV, statements(WEB, NAME, "Shop"), FIRST);

        KnownAccounts without = known.taking("acme", Origin.CSV, statements(WEB, NAME, " "), SECOND);

        assertThat(current(known, WEB).attribute(NAME)).hasValue("Shop");
        assertThat(current(without, WEB).attribute(NAME)).hasValue("Web");
    }

    @Test
    void aChangedAttributeClosesTheRowAndOpensAnother() {
        KnownAccounts known = NOBODY.taking("acme", Origin.CSV, statements(WEB, OWNER, "Ada"), FIRST);

        KnownAccounts changed = known.taking("acme", Origin.CSV, statements(WEB, OWNER, "Bob"), SECOND);

        assertThat(texts(changed))
                .containsExactly(
                        "000000000042 {owner=Ada} " + FIRST + " to " + SECOND,
                        "000000000042 {owner=Bob} " + SECOND + " to now");
        assertThat(changed.differentFrom(known)).isEqualTo(1);
    }

    @Test
    void nothingChangesWhereNothingNewIsSaid() {
        KnownAccounts known = NOBODY.taking("acme", Origin.CSV, statements(WEB, OWNER, "Ada"), FIRST)
                .learning("acme", seen(OCTOBER, WEB, LABS), names(OCTOBER, WEB, "Web"), FIRST);

        assertThat(known.taking("acme", Origin.CSV, statements(WEB, OWNER, "Ada"), SECOND))
                .isEqualTo(known);
        assertThat(known.learning("acme", seen(OCTOBER, WEB, LABS), names(OCTOBER, WEB, "Web"), SECOND))
                .isEqualTo(known);
    }

    @Test
    void whatAStrongerOriginHidesChangesNoAttribute() {
        KnownAccounts known = NOBODY.taking("acme", Origin.CSV, statements(WEB, NAME, "Shop"), FIRST);

        KnownAccounts changed = known.taking("acme", Origin.ORGANIZATION, statements(WEB, NAME, "Web"), SECOND);

        assertThat(texts(changed)).containsExactly("000000000042 {account_name=Shop} " + FIRST + " to now");
        assertThat(current(changed, WEB).statedBy(Origin.ORGANIZATION)).isEqualTo(Map.of(NAME, "Web"));
    }

    @Test
    void anotherLastPeriodChangesTheRowInPlace() {
        KnownAccounts known = NOBODY.learning("acme", seen(SEPTEMBER, WEB), names(SEPTEMBER, WEB, "Web"), FIRST);

        KnownAccounts later = known.learning("acme", seen(SEPTEMBER, WEB).add(OCTOBER, List.of(WEB)), Map.of(), SECOND);

        assertThat(texts(later)).containsExactly("000000000042 {account_name=Web} " + FIRST + " to now");
        assertThat(current(later, WEB).seen()).hasValue(new Sightings.Seen(SEPTEMBER, OCTOBER));
    }

    @Test
    void theNameInAnOlderPeriodDoesNotReplaceThatOfANewerOne() {
        Sightings both = seen(AUGUST, WEB).add(OCTOBER, List.of(WEB));
        KnownAccounts known = NOBODY.learning("acme", both, names(OCTOBER, WEB, "Shop"), FIRST);

        KnownAccounts older = known.learning("acme", both, names(AUGUST, WEB, "Web"), SECOND);
        KnownAccounts newer = known.learning("acme", both, names(OCTOBER, WEB, "Store"), SECOND);

        assertThat(current(older, WEB).attribute(NAME)).hasValue("Shop");
        assertThat(current(newer, WEB).attribute(NAME)).hasValue("Store");
    }

    @Test
    void anAccountThatEveryDeliveryLostIsKnownWithoutPeriods() {
        KnownAccounts known = NOBODY.learning("acme", seen(OCTOBER, WEB, LABS), Map.of(), FIRST);

        KnownAccounts restated = known.learning("acme", seen(OCTOBER, WEB), Map.of(), SECOND);

        assertThat(current(restated, LABS).seen()).isEmpty();
        assertThat(current(restated, WEB).seen()).isPresent();
    }

    @Test
    void anotherSourceIsLeftAlone() {
        KnownAccounts known = NOBODY.taking("acme", Origin.CSV, statements(WEB, OWNER, "Ada"), FIRST);

        KnownAccounts both = known.taking("other", Origin.CSV, statements(WEB, OWNER, "Bob"), SECOND)
                .learning("other", new Sightings(), Map.of(), SECOND);

        assertThat(current(both, WEB)).isEqualTo(current(known, WEB));
        assertThat(both.current("other", WEB).orElseThrow().attribute(OWNER)).hasValue("Bob");
    }

    private static KnownAccount current(KnownAccounts known, AccountId id) {
        return known.current("acme", id).orElseThrow();
    }

    private static List<AccountStatement> statements(AccountId id, String attribute, String value) {
        return List.of(AccountStatement.of(id).with(attribute, value));
    }

    private static Sightings seen(BillingPeriod period, AccountId... accounts) {
        return new Sightings().add(period, Arrays.asList(accounts));
    }

    private static Map<AccountId, DeliveredName> names(BillingPeriod period, AccountId id, String name) {
        return Map.of(id, new DeliveredName(period, name));
    }

    private static List<String> texts(KnownAccounts known) {
        return known.rows().stream()
                .map(row -> row.id() + " " + row.attributes() + " " + row.from() + " to "
                        + row.until().map(Instant::toString).orElse("now"))
                .toList();
    }
}
