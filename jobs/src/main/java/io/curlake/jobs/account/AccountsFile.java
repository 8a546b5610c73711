package io.curlake.jobs.account;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.curlake.model.AccountId;
import io.curlake.model.BillingPeriod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A CSV of accounts to connect: {@code account_id[,name][,connected_from]}, with that header. */
public final class AccountsFile {
    private static final Set<String> COLUMNS = Set.of("account_id", "name", "connected_from");

    /** A line of the file. */
    public record Line(AccountId id, String name, Optional<BillingPeriod> from) {}

    private AccountsFile() {}

    /** Reads the file; every mistake is refused with its line. */
    public static List<Line> read(String file, String content) {
        return new AccountCsv(file, COLUMNS::containsAll, "account_id[,name][,connected_from]")
                .read(content, AccountsFile::line);
    }

    private static Line line(NamedCsvRecord csvRecord) {
        return new Line(
                AccountCsv.id(csvRecord),
                csvRecord.findField("name").map(String::strip).orElse(""),
                csvRecord
                        .findField("connected_from")
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(BillingPeriod::parse));
    }
}
