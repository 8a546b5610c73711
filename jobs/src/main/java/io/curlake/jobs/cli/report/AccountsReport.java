package io.curlake.jobs.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import io.curlake.jobs.account.ConnectedAccount;
import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.model.BillingPeriod;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The connected accounts, as a table or as one JSON object. */
public final class AccountsReport {
    private AccountsReport() {}

    public static String of(ConnectedAccounts accounts) {
        String table = AsciiTable.getTable(
                AsciiTable.FANCY_ASCII,
                accounts.accounts(),
                List.of(
                        new Column().header("Source").with(ConnectedAccount::source),
                        new Column().header("Account").with(a -> a.id().value()),
                        new Column()
                                .header("Name")
                                .dataAlign(HorizontalAlign.LEFT)
                                .with(ConnectedAccount::name),
                        new Column().header("Role").with(AccountsReport::role),
                        new Column().header("From").with(a -> text(a.from())),
                        new Column().header("Until").with(a -> text(a.until()))));
        int count = accounts.accounts().size();
        return table + "\n" + (count == 1 ? "1 account is connected." : count + " accounts are connected.");
    }

    public static String json(ConnectedAccounts connected) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("verb", "accounts list");
        ArrayNode accounts = json.putArray("accounts");
        connected
                .accounts()
                .forEach(account -> accounts.addObject()
                        .put("source", account.source())
                        .put("account_id", account.id().value())
                        .put("account_name", account.name())
                        .put("role", role(account))
                        .put("connected_from", text(account.from()))
                        .put("connected_until", text(account.until())));
        return json.toString();
    }

    private static String role(ConnectedAccount account) {
        return account.role().name().toLowerCase(Locale.ROOT);
    }

    private static String text(Optional<BillingPeriod> period) {
        return period.map(BillingPeriod::toString).orElse("");
    }
}
