package io.curlake.jobs.run.report.table;

import io.curlake.jobs.run.Warehouse;
import io.curlake.jobs.table.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** What accounts are called now: the table {@code account}, for rows that state no name, as those of legacy reports. */
public record AccountNames(Map<String, String> byAccount) {
    public static AccountNames of(Warehouse warehouse, String source) {
        Map<String, String> names = new HashMap<>();
        List<String> columns = List.of("source", "account_id", "account_name", "valid_until");
        for (Row row : warehouse.tables().rows(TableName.ACCOUNT, columns)) {
            if (row.getAs("source").equals(source) && row.getAs("valid_until") == null) {
                names.put(
                        row.getAs("account_id"),
                        Optional.ofNullable(row.<String>getAs("account_name")).orElse(""));
            }
        }
        return new AccountNames(names);
    }

    /** The name that is known, else the one that was delivered. */
    public String of(String account, String delivered) {
        String known = byAccount.getOrDefault(account, "");
        return known.isEmpty() ? delivered : known;
    }
}
