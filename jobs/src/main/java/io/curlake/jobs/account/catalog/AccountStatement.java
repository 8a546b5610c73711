package io.curlake.jobs.account.catalog;

import io.curlake.model.AccountId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one origin says of an account.
 *
 * @param attributes by the constants here, or {@code tag:KEY}; a blank value takes back what the origin said before, an
 *     attribute that is not named stays as it was
 */
public record AccountStatement(AccountId id, SortedMap<String, String> attributes) {
    public static final String NAME = "account_name";
    public static final String OU_PATH = "ou_path";
    public static final String OWNER = "owner";
    public static final String COST_CENTER = "cost_center";
    public static final String STATUS = "status";
    public static final String TAG = "tag:";

    public AccountStatement {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    public static AccountStatement of(AccountId id) {
        return new AccountStatement(id, new TreeMap<>());
    }

    /** The statement and one attribute more. */
    public AccountStatement with(String attribute, String value) {
        SortedMap<String, String> extended = new TreeMap<>(attributes);
        extended.put(attribute, value.strip());
        return new AccountStatement(id, extended);
    }

    /** What an origin said before, brought up to this statement. */
    SortedMap<String, String> appliedTo(Origin origin, Map<String, String> stated) {
        SortedMap<String, String> changed = new TreeMap<>(stated);
        attributes.forEach((attribute, value) -> {
            if (value.isEmpty()) {
                changed.remove(origin.key(attribute));
            } else {
                changed.put(origin.key(attribute), value);
            }
        });
        return changed;
    }
}
