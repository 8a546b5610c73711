package io.curlake.jobs.run.record;

import io.curlake.jobs.table.Partition;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stage of a run that is done.
 *
 * @param where what it was about, by name: source, billing period, table
 * @param rows that went through it
 * @param sums exact amounts by name and currency; never of two currencies
 */
public record Stage(
        String verb,
        String stage,
        Map<String, String> where,
        OptionalLong rows,
        SortedMap<String, SortedMap<String, BigDecimal>> sums,
        OptionalDouble seconds) {

    public static Stage of(String verb, String stage) {
        return new Stage(verb, stage, Map.of(), OptionalLong.empty(), new TreeMap<>(), OptionalDouble.empty());
    }

    public Stage of(Partition partition) {
        return at("source", partition.source())
                .at("billing_period", partition.period().toString());
    }

    public Stage at(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(where);
        more.put(name, value);
        return new Stage(verb, stage, more, rows, sums, seconds);
    }

    public Stage rows(long number) {
        return new Stage(verb, stage, where, OptionalLong.of(number), sums, seconds);
    }

    public Stage took(double time) {
        return new Stage(verb, stage, where, rows, sums, OptionalDouble.of(time));
    }

    public Stage sum(String name, String currency, BigDecimal amount) {
        SortedMap<String, SortedMap<String, BigDecimal>> more = new TreeMap<>();
        sums.forEach((known, byCurrency) -> more.put(known, new TreeMap<>(byCurrency)));
        more.computeIfAbsent(name, n -> new TreeMap<>()).put(currency, amount);
        return new Stage(verb, stage, where, rows, more, seconds);
    }
}
