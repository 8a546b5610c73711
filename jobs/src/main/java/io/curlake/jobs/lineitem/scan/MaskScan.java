package io.curlake.jobs.lineitem.scan;

import io.curlake.jobs.lineitem.scan.KeepRule.Verdict;
import io.curlake.jobs.lineitem.scan.column.Costs;
import io.curlake.jobs.lineitem.scan.column.Times;
import io.curlake.jobs.lineitem.scan.column.ValueRanges;
import io.curlake.jobs.lineitem.scan.column.Vocabulary;
import io.curlake.jobs.lineitem.scan.sum.CostGroups;
import io.curlake.jobs.lineitem.scan.sum.CurrencySums;
import io.curlake.jobs.lineitem.scan.sum.GrainReader;
import io.curlake.jobs.lineitem.scan.sum.GrainText;
import io.curlake.model.LineItemColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Sorts the rows of a file as {@link io.curlake.jobs.lineitem.SortedLineItems} does, marks those that are not kept, and
 * sums them: unconnected ones by the grain of {@code unconnected_cost}, rejected ones by currency.
 */
public final class MaskScan {
    private final KeepRule rule;
    private final long periodStart;
    private final ValueRanges ranges;
    private final Costs costs;
    private final Times period;
    private final GrainReader grain;
    private final CurrencySums rejected = new CurrencySums();
    private final MaskedRows masked = new MaskedRows();
    private Verdict[] verdicts = {};
    private long[] kept = {};
    private long position;

    /**
     * Begins a file.
     *
     * @param schema the columns of the batches: {@link #columns} or fewer
     * @param ranged the columns whose first and last value is wanted
     */
    public MaskScan(StructType schema, KeepRule rule, Set<String> ranged) {
        this.rule = rule;
        this.periodStart = rule.startMicros();
        this.ranges = ValueRanges.of(schema, ranged);
        this.costs = Costs.of(schema);
        this.period = Times.of(schema, LineItemColumn.BILL_BILLING_PERIOD_START_DATE.columnName());
        this.grain = new GrainReader(schema);
    }

    /** The columns to read. */
    public static StructType columns(Set<String> ranged) {
        List<String> others = new ArrayList<>(GrainReader.columns());
        others.add(LineItemColumn.BILL_BILLING_PERIOD_START_DATE.columnName());
        ranged.stream().sorted().forEach(others::add);
        return ScanColumns.withCosts(others);
    }

    /**
     * Takes the next rows of the file.
     *
     * @param tagHashes the {@link io.curlake.jobs.lineitem.TagsHash} of each row, kept or not
     */
    public void add(ColumnarBatch batch, long[] tagHashes) {
        costs.read(batch);
        grain.read(batch);
        ranges.read(batch);
        long[] periods = period.read(batch);
        int[] accounts = grain.codes(GrainText.USAGE_ACCOUNT_ID);
        for (int row = 0; row < batch.numRows(); row++) {
            Verdict verdict = isNoLineItem(row, periods) ? Verdict.REJECTED : ofAccount(accounts[row]);
            if (verdict != Verdict.KEPT) {
                drop(row, verdict, tagHashes[row]);
                continue;
            }
            kept[accounts[row]]++;
            if (tagHashes[row] != 0) {
                grain.addTags(row, tagHashes[row]);
            }
        }
        position += batch.numRows();
    }

    /** What was found; nothing more may be added. */
    public MaskedFile result(int file) {
        masked.compress();
        CostGroups groups = grain.groups();
        return new MaskedFile(
                position,
                masked,
                groups.amounts(file),
                rejected.amounts(file, groups.vocabulary(GrainText.CURRENCY)),
                groups.rowsByAccountAndType(),
                keptRows(groups.vocabulary(GrainText.USAGE_ACCOUNT_ID)),
                groups,
                ranges.texts(),
                ranges.times());
    }

    private Map<String, Long> keptRows(Vocabulary accounts) {
        Map<String, Long> rows = new HashMap<>();
        for (int code = 0; code < kept.length; code++) {
            if (kept[code] > 0) {
                rows.put(accounts.text(code), kept[code]);
            }
        }
        return rows;
    }

    private boolean isNoLineItem(int row, long[] periods) {
        long start = periods[row];
        return (start != periodStart && start != Times.ABSENT) || costs.isNoAmount(row);
    }

    private void drop(int row, Verdict verdict, long tagsHash) {
        masked.add(position + row);
        if (verdict == Verdict.UNCONNECTED) {
            grain.add(costs, row, tagsHash);
        } else {
            rejected.add(grain.codes(GrainText.CURRENCY), costs, row, row + 1);
        }
    }

    /** Judges each account once. */
    private Verdict ofAccount(int account) {
        if (account >= verdicts.length) {
            Vocabulary accounts = grain.groups().vocabulary(GrainText.USAGE_ACCOUNT_ID);
            int judged = verdicts.length;
            verdicts = Arrays.copyOf(verdicts, accounts.size());
            kept = Arrays.copyOf(kept, accounts.size());
            for (int code = judged; code < verdicts.length; code++) {
                verdicts[code] = rule.ofAccount(accounts.text(code));
            }
        }
        return verdicts[account];
    }
}
