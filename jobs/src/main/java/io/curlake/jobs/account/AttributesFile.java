package io.curlake.jobs.account;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.curlake.jobs.account.catalog.AccountStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * A CSV of what is to be known of accounts: {@code account_id[,name][,owner][,cost_center][,ou_path][,tag:KEY…]}, with
 * that header. An empty field takes back what the last file said; a column that the file lacks stays as it was.
 */
public final class AttributesFile {
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "name", AccountStatement.NAME,
            "owner", AccountStatement.OWNER,
            "cost_center", AccountStatement.COST_CENTER,
            "ou_path", AccountStatement.OU_PATH);

    private AttributesFile() {}

    /** Reads the file; every mistake is refused with its line. */
    public static List<AccountStatement> read(String file, String content) {
        return new AccountCsv(
                        file,
                        AttributesFile::isHeader,
                        "account_id[,name][,owner][,cost_center][,ou_path][,tag:KEY…] with each column once and one "
                                + "besides account_id")
                .read(content, AttributesFile::statement);
    }

    private static boolean isHeader(List<String> columns) {
        return columns.size() > 1
                && new HashSet<>(columns).size() == columns.size()
                && columns.stream().allMatch(column -> column.equals("account_id") || isAttribute(column));
    }

    private static boolean isAttribute(String column) {
        return ATTRIBUTES.containsKey(column) || isTag(column);
    }

    private static boolean isTag(String column) {
        return column.startsWith(AccountStatement.TAG) && column.length() > AccountStatement.TAG.length();
    }

    private static AccountStatement statement(NamedCsvRecord csvRecord) {
        AccountStatement statement = AccountStatement.of(AccountCsv.id(csvRecord));
        for (String column : csvRecord.getHeader()) {
            if (isAttribute(column)) {
                statement = statement.with(ATTRIBUTES.getOrDefault(column, column), csvRecord.getField(column));
            }
        }
        return statement;
    }
}
