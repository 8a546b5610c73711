package io.curlake.sandbox.aws.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The report definitions of all accounts, in order of creation. */
public final class Reports {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<String> account;
    private final List<Report> all = new CopyOnWriteArrayList<>();

    /** @param account whose reports {@link #add(String)} adds */
    public Reports(Supplier<String> account) {
        this.account = account;
    }

    public List<Report> all() {
        return List.copyOf(all);
    }

    /** The report of a name. */
    public Report named(String name) {
        return all.stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No report '" + name + "'"));
    }

    /** Adds a report as somebody made it by hand; nothing is checked. */
    public Report add(String definition) {
        try {
            return add(account.get(), (ObjectNode) JSON.readTree(definition));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot add a report: " + e.getOriginalMessage(), e);
        }
    }

    Report add(String owner, ObjectNode definition) {
        Report report = new Report(owner, definition);
        all.add(report);
        return report;
    }

    List<Report> of(String owner) {
        return all.stream().filter(report -> report.account().equals(owner)).toList();
    }

    Optional<Report> find(String owner, String name) {
        return of(owner).stream().filter(report -> report.name().equals(name)).findFirst();
    }

    void remove(Report report) {
        all.remove(report);
    }
}
