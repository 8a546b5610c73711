package io.curlake.jobs.run.accounts;

import io.curlake.jobs.account.catalog.AccountStatement;
import io.curlake.jobs.account.catalog.KnownAccount;
import io.curlake.jobs.account.catalog.Sightings.Seen;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What is known of accounts as rows of the table {@code account}, and back. */
final class AccountRows {
    private AccountRows() {}

    static Row row(KnownAccount account) {
        SortedMap<String, String> attributes = account.attributes();
        return RowFactory.create(
                account.source(),
                account.id().value(),
                attributes.getOrDefault(AccountStatement.NAME, ""),
                attributes.get(AccountStatement.OU_PATH),
                tags(attributes),
                attributes.get(AccountStatement.OWNER),
                attributes.get(AccountStatement.COST_CENTER),
                attributes.get(AccountStatement.STATUS),
                account.stated(),
                account.seen().map(Seen::first).map(BillingPeriod::toString).orElse(null),
                account.seen().map(Seen::last).map(BillingPeriod::toString).orElse(null),
                Timestamp.from(account.from()),
                account.until().map(Timestamp::from).orElse(null));
    }

    static KnownAccount account(Row row) {
        Map<String, String> stated = row.getJavaMap(row.fieldIndex("stated"));
        return new KnownAccount(
                row.getAs("source"),
                new AccountId(row.getAs("account_id")),
                new TreeMap<>(stated),
                Optional.ofNullable(row.<String>getAs("first_seen"))
                        .map(first ->
                                new Seen(BillingPeriod.parse(first), BillingPeriod.parse(row.getAs("last_seen")))),
                row.<Timestamp>getAs("valid_from").toInstant(),
                Optional.ofNullable(row.<Timestamp>getAs("valid_until")).map(Timestamp::toInstant));
    }

    private static Map<String, String> tags(SortedMap<String, String> attributes) {
        Map<String, String> tags = new TreeMap<>();
        attributes.forEach((attribute, value) -> {
            if (attribute.startsWith(AccountStatement.TAG)) {
                tags.put(attribute.substring(AccountStatement.TAG.length()), value);
            }
        });
        return tags;
    }
}
