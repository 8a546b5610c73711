package io.curlake.jobs.cli.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.account.ConnectedAccount;
import io.curlake.jobs.account.catalog.Sightings.Seen;
import io.curlake.jobs.cli.report.LoadReport;
import io.curlake.jobs.run.accounts.AccountList;
import io.curlake.jobs.run.accounts.ListedAccount;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every account with its connection and its spend, as a table or as one JSON object. */
final class AccountsReport {
    private AccountsReport() {}

    /** A line of the table: an account, and for each of its currencies one. */
    private record Line(ListedAccount account, String currency, SortedMap<BillingPeriod, BigDecimal> spend) {
        String spend(BillingPeriod period) {
            return Optional.ofNullable(spend.get(period)).map(LoadReport::money).orElse("");
        }
    }

    static String of(AccountList list) {
        List<Line> lines = list.accounts().stream()
                .flatMap(account -> lines(account).stream())
                .toList();
        return AsciiTable.getTable(AsciiTable.FANCY_ASCII, lines, columns(list)) + "\n" + verdict(list);
    }

    static String json(AccountList list) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("verb", "accounts list");
        ArrayNode periods = json.putArray("periods");
        list.periods().forEach(period -> periods.add(period.toString()));
        ArrayNode accounts = json.putArray("accounts");
        list.accounts().forEach(account -> add(accounts.addObject(), account));
        return json.toString();
    }

    private static List<Line> lines(ListedAccount account) {
        return account.spend().isEmpty()
                ? List.of(new Line(account, "", new TreeMap<>()))
                : account.spend().entrySet().stream()
                        .map(entry -> new Line(account, entry.getKey(), entry.getValue()))
                        .toList();
    }

    /** Columns about deliveries only once there is one. */
    private static List<ColumnData<Line>> columns(AccountList list) {
        List<ColumnData<Line>> columns = new ArrayList<>(List.of(
                left("Source").with(line -> line.account().source()),
                left("Account").with(line -> line.account().id().value()),
                left("Name").with(line -> line.account().name()),
                left("Connected").with(line -> standing(line.account())),
                left("From").with(line -> text(line.account().connection().flatMap(ConnectedAccount::from))),
                left("Until").with(line -> text(line.account().connection().flatMap(ConnectedAccount::until)))));
        if (!list.periods().isEmpty()) {
            columns.add(left("Currency").with(Line::currency));
            list.periods()
                    .forEach(period -> columns.add(new Column()
                            .header(period.toString())
                            .headerAlign(HorizontalAlign.RIGHT)
                            .dataAlign(HorizontalAlign.RIGHT)
                            .with(line -> line.spend(period))));
            columns.add(
                    left("First seen").with(line -> text(line.account().seen().map(Seen::first))));
            columns.add(
                    left("Last seen").with(line -> text(line.account().seen().map(Seen::last))));
            columns.add(left("").with(line -> line.account().isNew() ? "new" : ""));
        }
        return columns;
    }

    private static String verdict(AccountList list) {
        long count = list.accounts().stream().filter(ListedAccount::isConnected).count();
        if (count == list.accounts().size()) {
            return count == 1 ? "1 account is connected." : count + " accounts are connected.";
        }
        return count + " of " + list.accounts().size() + " accounts are connected." + leftOut(list);
    }

    /** " The others spent 10.25 USD in 2026-10." */
    private static String leftOut(AccountList list) {
        if (list.periods().isEmpty()) {
            return "";
        }
        BillingPeriod last = list.periods().get(list.periods().size() - 1);
        SortedMap<String, BigDecimal> byCurrency = new TreeMap<>();
        list.accounts().stream()
                .filter(account -> !account.isConnected())
                .forEach(account -> account.spend()
                        .forEach((currency, periods) -> Optional.ofNullable(periods.get(last))
                                .ifPresent(cost -> byCurrency.merge(currency, cost, BigDecimal::add))));
        List<String> amounts = byCurrency.entrySet().stream()
                .map(entry -> LoadReport.money(entry.getValue()) + " " + entry.getKey())
                .toList();
        return amounts.isEmpty() ? "" : " The others spent " + String.join(" and ", amounts) + " in " + last + ".";
    }

    private static void add(ObjectNode json, ListedAccount account) {
        json.put("source", account.source())
                .put("account_id", account.id().value())
                .put("account_name", account.name())
                .put("connected", account.isConnected())
                .put("role", account.connection().map(AccountsReport::role).orElse("linked"))
                .put("connected_from", text(account.connection().flatMap(ConnectedAccount::from)))
                .put("connected_until", text(account.connection().flatMap(ConnectedAccount::until)))
                .put("first_seen", text(account.seen().map(Seen::first)))
                .put("last_seen", text(account.seen().map(Seen::last)))
                .put("new", account.isNew());
        ArrayNode spend = json.putArray("spend");
        account.spend()
                .forEach((currency, periods) -> periods.forEach((period, cost) -> spend.addObject()
                        .put("billing_period", period.toString())
                        .put("currency", currency)
                        .put("unblended_cost", Money.plain(cost))));
    }

    private static String standing(ListedAccount account) {
        return account.isConnected()
                ? account.connection().map(AccountsReport::role).orElseThrow()
                : "no";
    }

    private static String role(ConnectedAccount account) {
        return account.role().name().toLowerCase(Locale.ROOT);
    }

    private static String text(Optional<BillingPeriod> period) {
        return period.map(BillingPeriod::toString).orElse("");
    }

    private static Column left(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }
}
