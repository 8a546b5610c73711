package io.curlake.jobs.sample.line;

import io.curlake.model.LineItemColumn;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One line item; what is not set is absent. Reused from row to row, because tens of millions pass through it. */
@SuppressWarnings("EnumOrdinal") // an EnumMap would box every number
public final class LineItem {
    private static final int COLUMNS = LineItemColumn.values().length;
    private static final double ABSENT = Double.NaN;

    private final @Nullable String[] texts = new @Nullable String[COLUMNS];
    private final double[] numbers = new double[COLUMNS];
    private final long[] times = new long[COLUMNS];
    private final Attributes[] attributes = new Attributes[COLUMNS];
    private final double[] discounts = new double[DiscountKind.values().length];

    public LineItem() {
        clear();
    }

    public void clear() {
        Arrays.fill(texts, null);
        Arrays.fill(numbers, ABSENT);
        Arrays.fill(attributes, Attributes.NONE);
        Arrays.fill(discounts, ABSENT);
    }

    public LineItem set(LineItemColumn column, String value) {
        texts[column.ordinal()] = value;
        return this;
    }

    public LineItem set(LineItemColumn column, double value) {
        numbers[column.ordinal()] = value;
        return this;
    }

    /** Sets a time, in milliseconds since 1970 UTC. */
    public LineItem setTime(LineItemColumn column, long millis) {
        times[column.ordinal()] = millis;
        return this;
    }

    public LineItem set(LineItemColumn column, Attributes value) {
        attributes[column.ordinal()] = value;
        return this;
    }

    public LineItem set(DiscountKind kind, double amount) {
        discounts[kind.ordinal()] = amount;
        return this;
    }

    /** Empty where absent. */
    public String text(LineItemColumn column) {
        String text = texts[column.ordinal()];
        return text == null ? "" : text;
    }

    /** Zero where absent. */
    public double number(LineItemColumn column) {
        return hasNumber(column) ? numbers[column.ordinal()] : 0.0;
    }

    public boolean hasNumber(LineItemColumn column) {
        return !Double.isNaN(numbers[column.ordinal()]);
    }

    public long time(LineItemColumn column) {
        return times[column.ordinal()];
    }

    public Attributes attributes(LineItemColumn column) {
        return attributes[column.ordinal()];
    }

    public boolean has(DiscountKind kind) {
        return !Double.isNaN(discounts[kind.ordinal()]);
    }

    public double discount(DiscountKind kind) {
        return has(kind) ? discounts[kind.ordinal()] : 0.0;
    }
}
