package io.curlake.jobs.run.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lines apart by currency, in their order. */
public final class ByCurrency<T> {
    private final Map<String, List<T>> lines = new TreeMap<>();

    public void add(String currency, T line) {
        lines.computeIfAbsent(currency, c -> new ArrayList<>()).add(line);
    }

    public List<T> of(String currency) {
        return lines.getOrDefault(currency, List.of());
    }

    public Set<String> currencies() {
        return lines.keySet();
    }
}
