package io.curlake.notebook;

import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a notebook looks at: one payer's export, one currency, one month. Two sources may be two exports of the same payer, and
 * two currencies never add up, so that a query names both.
 */
record Scope(String source, String currency, String period) {
    /** Something that was loaded, with its line items. */
    record Loaded(String source, String currency, String period, long rows) {}

    /** Chooses among what was loaded; what the wish leaves empty is the first source, its main currency, its newest month. */
    static Scope choose(Scope wish, List<Loaded> loaded) {
        String source = wished("source", wish.source(), loaded, Loaded::source).stream()
                .map(Loaded::source)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<Loaded> ofSource = wished("source", source, loaded, Loaded::source);
        String currency = wished("currency", wish.currency(), ofSource, Loaded::currency).stream()
                .collect(Collectors.groupingBy(Loaded::currency, Collectors.summingLong(Loaded::rows)))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        List<Loaded> ofCurrency = wished("currency", currency, ofSource, Loaded::currency);
        String period = wished("period", wish.period(), ofCurrency, Loaded::period).stream()
                .map(Loaded::period)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Scope(source, currency, period);
    }

    private static List<Loaded> wished(
            String parameter, String wish, List<Loaded> loaded, Function<Loaded, String> value) {
        List<Loaded> fitting = loaded.stream()
                .filter(one -> wish.isEmpty() || value.apply(one).equals(wish))
                .toList();
        if (fitting.isEmpty()) {
            throw new Refusal(
                    ExitCode.NOTHING_DELIVERED,
                    "Cannot look at " + parameter + " '" + wish + "': nothing of it was loaded. Set it to one of "
                            + loaded.stream().map(value).collect(Collectors.toCollection(TreeSet::new)) + ".");
        }
        return fitting;
    }
}
