package io.curlake.jobs.account;

import io.curlake.model.AccountId;
import io.curlake.model.CostAmounts;
import io.curlake.model.CostColumn;
import io.curlake.model.Money;
import io.curlake.model.config.AlertsConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What to say of accounts after a load: who is new, and whether more than agreed is left out. */
public final class AccountWarnings {
    private AccountWarnings() {}

    /** @param unconnected what of the period is left out, by currency */
    public static List<String> of(AccountNews news, SortedMap<String, CostAmounts> unconnected, AlertsConfig alerts) {
        List<String> warnings = new ArrayList<>();
        List<AccountId> connected =
                news.arrived().stream().filter(news.connected()::contains).toList();
        List<AccountId> others = news.arrived().stream()
                .filter(account -> !news.connected().contains(account))
                .toList();
        if (!others.isEmpty()) {
            warnings.add(arrived(others, "not connected", news) + "; connect with 'curlake accounts connect'");
        }
        if (!connected.isEmpty()) {
            warnings.add(arrived(connected, "connected", news));
        }
        alerts.unconnectedAbove()
                .ifPresent(limit -> unconnected.forEach((currency, amounts) -> {
                    BigDecimal cost = amounts.amount(CostColumn.UNBLENDED);
                    if (cost.compareTo(limit) > 0) {
                        warnings.add("unconnected spend of " + Money.plain(cost) + " " + currency + " is above "
                                + Money.plain(limit) + " (alerts.unconnected-above); see 'curlake accounts list'");
                    }
                }));
        return warnings;
    }

    private static String arrived(List<AccountId> accounts, String state, AccountNews news) {
        return accounts.size() + (accounts.size() == 1 ? " new account, " : " new accounts, ") + state + ": "
                + accounts.stream().map(news::named).collect(Collectors.joining(", "));
    }
}
