package io.curlake.jobs.export.text.scan;

import io.curlake.model.CostColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The totals of a file by currency, and the row being scanned. */
final class CurrencyTotals {
    private final Map<String, RunningTotals> totals = new TreeMap<>();
    private final Amount[] amounts =
            Stream.generate(Amount::new).limit(CostColumn.values().length).toArray(Amount[]::new);

    private byte[] currency = {};
    private RunningTotals ofCurrency = of("");
    private boolean hasCurrency;

    void beginRow() {
        hasCurrency = false;
        for (Amount amount : amounts) {
            amount.clear();
        }
    }

    /** Takes the field the scanner stands on. */
    void take(int meaning, FieldScanner field) {
        if (meaning == ScanHeader.CURRENCY) {
            takeCurrency(field);
        } else {
            amounts[meaning].read(field.bytes(), field.start(), field.end());
        }
    }

    /** Nearly all rows of a file have the currency of the row before. */
    private void takeCurrency(FieldScanner field) {
        if (hasCurrency || field.start() == field.end()) {
            return;
        }
        hasCurrency = true;
        byte[] bytes = field.bytes();
        if (!Arrays.equals(bytes, field.start(), field.end(), currency, 0, currency.length)) {
            currency = Arrays.copyOfRange(bytes, field.start(), field.end());
            ofCurrency = of(field.text());
        }
    }

    void endRow(boolean isComplete) {
        if (!isComplete) {
            of("").addRow();
        } else if (hasCurrency) {
            ofCurrency.add(amounts);
        } else {
            of("").add(amounts);
        }
    }

    List<ScannedTotals> totals() {
        return totals.values().stream()
                .map(RunningTotals::totals)
                .filter(total -> total.rows() > 0)
                .toList();
    }

    private RunningTotals of(String code) {
        return totals.computeIfAbsent(code, RunningTotals::new);
    }
}
