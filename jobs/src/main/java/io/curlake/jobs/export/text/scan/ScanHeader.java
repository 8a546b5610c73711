package io.curlake.jobs.export.text.scan;

import io.curlake.model.CostColumn;
import io.curlake.model.LineItemColumn;
import java.util.List;
import java.util.Locale;

/**
 * Where the currency and the costs stand in a file. CUR 2.0 and legacy names of these columns are the same letters:
 * {@code line_item_unblended_cost}, {@code lineItem/UnblendedCost}.
 */
final class ScanHeader {
    static final int OTHER = -1;
    static final int CURRENCY = CostColumn.values().length;

    private static final String CURRENCY_NAME = letters(LineItemColumn.LINE_ITEM_CURRENCY_CODE.columnName());
    private static final List<String> COST_NAMES =
            CostColumn.lineItemColumns().stream().map(ScanHeader::letters).toList();

    private final List<String> names;
    private final int[] meanings;
    private final int[] others;

    ScanHeader(List<String> names) {
        this.names = List.copyOf(names);
        this.meanings = names.stream().mapToInt(ScanHeader::meaning).toArray();
        this.others = new int[names.size() + 1];
        for (int field = names.size() - 1; field >= 0; field--) {
            others[field] = meanings[field] == OTHER ? others[field + 1] + 1 : 0;
        }
    }

    int fields() {
        return meanings.length;
    }

    /** The place of a field's cost in ledger order, {@link #CURRENCY} or {@link #OTHER}. */
    int meaning(int field) {
        return field < meanings.length ? meanings[field] : OTHER;
    }

    /** How many fields from this one on are {@link #OTHER}. */
    int othersFrom(int field) {
        return field < meanings.length ? others[field] : 0;
    }

    boolean isSame(ScanHeader other) {
        return names.equals(other.names);
    }

    private static int meaning(String name) {
        String letters = letters(name);
        return letters.equals(CURRENCY_NAME) ? CURRENCY : COST_NAMES.indexOf(letters);
    }

    private static String letters(String name) {
        return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
    }
}
