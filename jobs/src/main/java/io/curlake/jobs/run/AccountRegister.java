package io.curlake.jobs.run;

import io.curlake.jobs.account.AccountsFile;
import io.curlake.jobs.account.ConnectedAccount;
import io.curlake.jobs.account.ConnectedAccount.Role;
import io.curlake.jobs.account.ConnectedAccounts;
import io.curlake.jobs.run.record.Ended;
import io.curlake.jobs.run.record.WritingRun;
import io.curlake.jobs.storage.lock.WarehouseLock;
import io.curlake.jobs.table.TableName;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Refusal;
import io.curlake.model.config.SourceConfig;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The table {@code connected_account}: who is connected, and the two ways to change it. */
public final class AccountRegister {
    private final Warehouse warehouse;

    public AccountRegister(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Everyone connected, by source and id. */
    public ConnectedAccounts all() {
        return new ConnectedAccounts(warehouse.tables().rows(TableName.CONNECTED_ACCOUNT).stream()
                .map(AccountRegister::account)
                .sorted(Comparator.comparing(ConnectedAccount::source)
                        .thenComparing(account -> account.id().value()))
                .toList());
    }

    /** Connects the payers of sources that are used for the first time. */
    ConnectedAccounts withPayersOf(List<SourceConfig> sources) {
        ConnectedAccounts now = all();
        ConnectedAccounts extended = extendedByPayers(now, sources);
        return extended.equals(now) ? now : replaced(extended, "connect payers");
    }

    private ConnectedAccounts extendedByPayers(ConnectedAccounts now, List<SourceConfig> sources) {
        List<ConnectedAccount> extended = new ArrayList<>(now.accounts());
        for (SourceConfig source : sources) {
            refuseOtherPayer(now, source);
            if (!now.holdPayerOf(source.name())) {
                extended.removeIf(a -> a.source().equals(source.name()) && a.id().equals(source.payer()));
                extended.add(new ConnectedAccount(
                        source.name(), source.payer(), "", Role.PAYER, Optional.empty(), Optional.empty(), instant()));
            }
        }
        return new ConnectedAccounts(extended);
    }

    private static void refuseOtherPayer(ConnectedAccounts now, SourceConfig source) {
        now.of(source.name()).stream()
                .filter(a -> a.role() == Role.PAYER && !a.id().equals(source.payer()))
                .findFirst()
                .ifPresent(known -> {
                    throw Refusal.usage("Cannot use source '" + source.name() + "': its payer is " + source.payer()
                            + " in the configuration and " + known.id()
                            + " in the warehouse. Give another payer's export a source name of its own.");
                });
    }

    /** Connects accounts to a source; refuses one that is connected already. */
    public ConnectedAccounts connect(SourceConfig source, List<AccountsFile.Line> lines) {
        return writing("accounts connect", lines.size(), (register, lock) -> {
            register.withPayersOf(List.of(source));
            ConnectedAccounts connected = register.ifConnected(source, lines);
            lock.requireHeld();
            return register.replaced(connected, "connect");
        });
    }

    /** What {@link #connect} would leave, refused as there; nothing is changed. */
    public ConnectedAccounts ifConnected(SourceConfig source, List<AccountsFile.Line> lines) {
        ConnectedAccounts now = extendedByPayers(all(), List.of(source));
        Set<AccountId> connected = now.of(source.name()).stream()
                .filter(a -> a.until().isEmpty())
                .map(ConnectedAccount::id)
                .collect(Collectors.toSet());
        List<ConnectedAccount> extended = new ArrayList<>(now.accounts());
        for (AccountsFile.Line line : lines) {
            if (!connected.add(line.id())) {
                throw Refusal.usage("Cannot connect account " + line.id() + " to '" + source.name()
                        + "': it is connected already. See 'curlake accounts list'.");
            }
            extended.removeIf(a -> a.source().equals(source.name()) && a.id().equals(line.id()));
            extended.add(new ConnectedAccount(
                    source.name(), line.id(), line.name(), Role.LINKED, line.from(), Optional.empty(), instant()));
        }
        return new ConnectedAccounts(extended);
    }

    /**
     * Disconnects accounts from a source; refuses the payer, and an account that is not connected.
     *
     * @param from the first period without them; empty to forget that they were ever connected
     */
    public ConnectedAccounts disconnect(SourceConfig source, List<AccountId> ids, Optional<BillingPeriod> from) {
        return writing("accounts disconnect", ids.size(), (register, lock) -> {
            ConnectedAccounts rest = register.ifDisconnected(source, ids, from);
            lock.requireHeld();
            return register.replaced(rest, "disconnect");
        });
    }

    private ConnectedAccounts writing(
            String verb, long accounts, BiFunction<AccountRegister, WarehouseLock, ConnectedAccounts> change) {
        return new WritingRun(warehouse, verb, notice -> {})
                .of(
                        (held, lock) -> change.apply(new AccountRegister(held), lock),
                        connected -> Ended.done(Map.of("accounts", accounts)));
    }

    /** What {@link #disconnect} would leave, refused as there; nothing is changed. */
    public ConnectedAccounts ifDisconnected(SourceConfig source, List<AccountId> ids, Optional<BillingPeriod> from) {
        List<ConnectedAccount> rest = new ArrayList<>(all().accounts());
        for (AccountId id : ids) {
            ConnectedAccount account = connected(rest, source, id);
            rest.remove(account);
            from.map(account::endingBefore).ifPresent(rest::add);
        }
        return new ConnectedAccounts(rest);
    }

    private static ConnectedAccount connected(List<ConnectedAccount> all, SourceConfig source, AccountId id) {
        ConnectedAccount account = all.stream()
                .filter(a -> a.source().equals(source.name()) && a.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.usage("Cannot disconnect account " + id + " from '" + source.name()
                        + "': it is not connected. See 'curlake accounts list'."));
        if (account.role() == Role.PAYER) {
            throw Refusal.usage("Cannot disconnect account " + id + " from '" + source.name()
                    + "': it is the payer account. Remove the source from the configuration instead.");
        }
        return account;
    }

    private ConnectedAccounts replaced(ConnectedAccounts accounts, String why) {
        List<Row> rows = accounts.accounts().stream().map(AccountRegister::row).toList();
        warehouse
                .tables()
                .replaceAll(TableName.CONNECTED_ACCOUNT)
                .write(warehouse.rows(TableName.CONNECTED_ACCOUNT, rows))
                .commit("{\"verb\":\"" + why + "\"}");
        return accounts;
    }

    private Instant instant() {
        return warehouse.clock().instant();
    }

    private static Row row(ConnectedAccount account) {
        return RowFactory.create(
                account.source(),
                account.id().value(),
                account.name(),
                account.role() == Role.PAYER ? "payer" : "linked",
                account.from().map(BillingPeriod::toString).orElse(null),
                account.until().map(BillingPeriod::toString).orElse(null),
                Timestamp.from(account.connectedAt()));
    }

    private static ConnectedAccount account(Row row) {
        return new ConnectedAccount(
                row.getAs("source"),
                new AccountId(row.getAs("account_id")),
                row.getAs("account_name"),
                row.<String>getAs("role").equals("payer") ? Role.PAYER : Role.LINKED,
                Optional.ofNullable(row.<String>getAs("connected_from")).map(BillingPeriod::parse),
                Optional.ofNullable(row.<String>getAs("connected_until")).map(BillingPeriod::parse),
                row.<Timestamp>getAs("connected_at").toInstant());
    }
}
