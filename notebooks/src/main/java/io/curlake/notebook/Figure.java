package io.curlake.notebook;

import java.math.BigDecimal;
import org.rapaio.jupyter.kernel.display.DisplayData;

/** One amount that matters. */
record Figure(String label, BigDecimal amount, String currency) {
    private static final String HTML = """
            <div style="margin:6px 0"><div style="color:#52606d;font-size:13px">%s</div>
            <div title="%s" style="font-size:26px;font-weight:600;font-variant-numeric:tabular-nums">%s
            <span style="font-size:15px;font-weight:400;color:#52606d">%s</span></div></div>""";

    static Figure of(String label, BigDecimal amount, String currency) {
        return new Figure(label, amount, currency);
    }

    DisplayData display() {
        String exact = Cell.exact(amount);
        DisplayData display = DisplayData.fromHtml(
                HTML.formatted(Cell.escaped(label), exact, Cell.rounded(amount, 2), Cell.escaped(currency)));
        display.putText(label + ": " + exact + " " + currency);
        return display;
    }
}
