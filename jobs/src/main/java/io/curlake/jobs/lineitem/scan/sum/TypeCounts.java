package io.curlake.jobs.lineitem.scan.sum;

import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Rows by the codes of usage account and line item type. */
public final class TypeCounts {
    private long[][] rows = {};

    public void add(int account, int type, long count) {
        if (account >= rows.length) {
            int known = rows.length;
            rows = Arrays.copyOf(rows, Math.max(account + 1, 2 * known));
            Arrays.fill(rows, known, rows.length, new long[0]);
        }
        if (type >= rows[account].length) {
            rows[account] = Arrays.copyOf(rows[account], type + 1);
        }
        rows[account][type] += count;
    }

    /** The counts that are not 0. */
    public Map<AccountAndType, Long> counts(Vocabulary accounts, Vocabulary types) {
        Map<AccountAndType, Long> counts = new HashMap<>();
        for (int account = 0; account < rows.length; account++) {
            for (int type = 0; type < rows[account].length; type++) {
                if (rows[account][type] > 0) {
                    counts.put(new AccountAndType(accounts.text(account), types.text(type)), rows[account][type]);
                }
            }
        }
        return counts;
    }
}
