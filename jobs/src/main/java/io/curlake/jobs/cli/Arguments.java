package io.curlake.jobs.cli;

import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import io.curlake.model.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Arguments as values; what is none is refused with the value quoted. */
public final class Arguments {
    private Arguments() {}

    public static List<BillingPeriod> periods(List<String> texts) {
        return read(texts, BillingPeriod::parse);
    }

    public static List<AccountId> accounts(List<String> texts) {
        List<AccountId> accounts = read(texts, AccountId::new);
        Set<AccountId> seen = new HashSet<>();
        for (AccountId account : accounts) {
            if (!seen.add(account)) {
                throw Refusal.usage("Cannot read the arguments: account " + account + " is named twice.");
            }
        }
        return accounts;
    }

    private static <T> List<T> read(List<String> texts, Function<String, T> rule) {
        try {
            return texts.stream().map(rule).toList();
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("Cannot read the arguments: " + e.getMessage() + ".");
        }
    }
}
