package io.curlake.jobs.account;

import io.curlake.jobs.account.ConnectedAccount.Role;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All accounts connected to all sources. One account has one connection to a source. */
public record ConnectedAccounts(List<ConnectedAccount> accounts) {
    public ConnectedAccounts {
        accounts = List.copyOf(accounts);
        Set<String> seen = new HashSet<>();
        for (ConnectedAccount account : accounts) {
            if (!seen.add(account.source() + "/" + account.id())) {
                throw Refusal.usage("Cannot use the connected accounts: account " + account.id()
                        + " is connected twice to source '" + account.source()
                        + "', and would count its cost twice. Disconnect it and connect it again.");
            }
        }
    }

    /** The ids connected to a source in a period. */
    public SortedSet<AccountId> in(String source, BillingPeriod period) {
        return of(source).stream()
                .filter(account -> account.isConnectedIn(period))
                .map(ConnectedAccount::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public List<ConnectedAccount> of(String source) {
        return accounts.stream().filter(a -> a.source().equals(source)).toList();
    }

    public boolean holdPayerOf(String source) {
        return of(source).stream().anyMatch(a -> a.role() == Role.PAYER);
    }

    /**
     * What of the connected accounts matters to a delivery: a hash over those that appear in it. It stays the same when
     * an account without spend there is connected.
     *
     * @param seen the usage accounts of the delivery
     */
    public String fingerprint(String source, BillingPeriod period, Collection<String> seen) {
        String ids = in(source, period).stream()
                .map(AccountId::value)
                .filter(seen::contains)
                .collect(Collectors.joining(","));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
