package io.curlake.jobs.account;

import io.curlake.model.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accounts of a delivery, beside those of everything loaded before.
 *
 * @param seen with a line item in the delivery
 * @param before with a line item in any delivery loaded earlier; empty where there was none, and then nobody is new
 * @param connected in the delivery's period
 * @param names as far as they are known
 */
public record AccountNews(
        Set<AccountId> seen, Set<AccountId> before, Set<AccountId> connected, Map<AccountId, String> names) {

    public AccountNews {
        seen = Set.copyOf(seen);
        before = Set.copyOf(before);
        connected = Set.copyOf(connected);
        names = Map.copyOf(names);
    }

    /** The accounts of a delivery, as the tables hold ids. */
    public static AccountNews of(
            Collection<String> seen,
            Collection<String> before,
            Set<AccountId> connected,
            Map<AccountId, String> names) {
        return new AccountNews(ids(seen), ids(before), connected, names);
    }

    /** Who was never seen before, by id. */
    public List<AccountId> arrived() {
        return before.isEmpty()
                ? List.of()
                : seen.stream()
                        .filter(account -> !before.contains(account))
                        .sorted()
                        .toList();
    }

    /** "999988887777 (Labs)", or the id alone. */
    String named(AccountId account) {
        String name = names.getOrDefault(account, "");
        return name.isEmpty() ? account.value() : account + " (" + name + ")";
    }

    /** The ids among the texts. A row may have any text as its account; what is no id is nobody's account. */
    public static Set<AccountId> ids(Collection<String> texts) {
        return texts.stream().filter(AccountId::isValid).map(AccountId::new).collect(Collectors.toSet());
    }
}
