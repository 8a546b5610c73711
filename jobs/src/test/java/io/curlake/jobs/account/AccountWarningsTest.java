package io.curlake.jobs.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.curlake.model.AccountId;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.Money;
import io.curlake.model.config.AlertsConfig;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountWarningsTest {
    private static final String PAYER = "111122223333";
    private static final String WEB = "000000000042";
    private static final String LABS = "999988887777";
    private static final AlertsConfig ABOVE_1000 = new AlertsConfig(
            Optional.empty(),
            Optional.empty(),
            AlertsConfig.DEFAULT.on(),
            Optional.of(new BigDecimal("1000.00")),
            Optional.empty());

    @Test
    void anAccountThatIsNeitherNewNorExpensiveNeedsNoWord() {
        assertThat(warnings(news(List.of(PAYER, WEB), List.of(PAYER, WEB)), Map.of("USD", "1000"), ABOVE_1000))
                .isEmpty();
    }

    @Test
    void anAccountThatIsNewAndNotConnectedIsNamed() {
        assertThat(warnings(news(List.of(PAYER, LABS), List.of(PAYER)), Map.of(), AlertsConfig.DEFAULT))
                .containsExactly("1 new account, not connected: 999988887777 (Labs); connect with 'curlake accounts "
                        + "connect'");
    }

    @Test
    void newAccountsAreNamedByWhetherTheyAreConnected() {
        assertThat(warnings(
                        news(List.of(LABS, "123456789012", WEB, PAYER), List.of(PAYER)),
                        Map.of(),
                        AlertsConfig.DEFAULT))
                .containsExactly(
                        "2 new accounts, not connected: 123456789012, 999988887777 (Labs); connect with 'curlake "
                                + "accounts connect'",
                        "1 new account, connected: 000000000042");
    }

    @Test
    void nobodyIsNewInAFirstLoad() {
        assertThat(warnings(news(List.of(PAYER, LABS), List.of()), Map.of(), AlertsConfig.DEFAULT))
                .isEmpty();
    }

    @Test
    void unconnectedSpendAboveTheThresholdIsNamedInEachCurrency() {
        assertThat(warnings(
                        news(List.of(PAYER), List.of(PAYER)),
                        Map.of("USD", "1000.000000000000000001", "CNY", "1000", "EUR", "2500.50"),
                        ABOVE_1000))
                .containsExactly(
                        "unconnected spend of 2500.5 EUR is above 1000 (alerts.unconnected-above); see 'curlake accounts "
                                + "list'",
                        "unconnected spend of 1000.000000000000000001 USD is above 1000 (alerts.unconnected-above); see "
                                + "'curlake accounts list'");
    }

    @Test
    void noThresholdIsNoWarning() {
        assertThat(warnings(news(List.of(PAYER), List.of(PAYER)), Map.of("USD", "1e9"), AlertsConfig.DEFAULT))
                .isEmpty();
    }

    @Test
    void whatIsNoAccountIdIsNobodysAccount() {
        assertThat(warnings(news(List.of(PAYER, "", "42"), List.of(PAYER)), Map.of(), AlertsConfig.DEFAULT))
                .isEmpty();
    }

    /** WEB and the payer are connected, LABS has a name. */
    private static AccountNews news(List<String> seen, List<String> before) {
        return AccountNews.of(
                seen, before, Set.of(new AccountId(PAYER), new AccountId(WEB)), Map.of(new AccountId(LABS), "Labs"));
    }

    private static List<String> warnings(AccountNews news, Map<String, String> unconnected, AlertsConfig alerts) {
        SortedMap<String, CostAmounts> amounts = new TreeMap<>();
        unconnected.forEach((currency, amount) -> amounts.put(
                currency, new CostAmounts(1, Collections.nCopies(CostColumn.values().length, Money.of(amount)))));
        return AccountWarnings.of(news, amounts, alerts);
    }
}
