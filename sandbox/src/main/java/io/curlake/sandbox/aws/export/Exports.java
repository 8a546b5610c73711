package io.curlake.sandbox.aws.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The exports of all accounts, in order of creation. */
public final class Exports {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<String> account;
    private final List<Export> all = new CopyOnWriteArrayList<>();

    /** @param account whose exports {@link #add(String)} adds */
    public Exports(Supplier<String> account) {
        this.account = account;
    }

    public List<Export> all() {
        return List.copyOf(all);
    }

    /** The export of a name; the newest where several have it. */
    public Export named(String name) {
        return find(name).orElseThrow(() -> new NoSuchElementException("No export '" + name + "'"));
    }

    /** The export of a name, where there is one. */
    public Optional<Export> find(String name) {
        return all.stream().filter(export -> export.name().equals(name)).reduce((older, newer) -> newer);
    }

    /** Adds an export as somebody made it by hand; nothing is checked. */
    public Export add(String definition) {
        try {
            return add("aws", "us-east-1", account.get(), (ObjectNode) JSON.readTree(definition));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot add an export: " + e.getOriginalMessage(), e);
        }
    }

    /** Forgets every export. */
    public void clear() {
        all.clear();
    }

    Export add(String partition, String region, String owner, ObjectNode definition) {
        String arn = "arn:" + partition + ":bcm-data-exports:" + region + ":" + owner + ":export/"
                + definition.path("Name").asText() + "-" + UUID.randomUUID();
        Export export = new Export(arn, owner, definition);
        all.add(export);
        return export;
    }

    List<Export> of(String owner) {
        return all.stream().filter(export -> export.account().equals(owner)).toList();
    }

    Optional<Export> find(String owner, String arn) {
        return of(owner).stream().filter(export -> export.arn().equals(arn)).findFirst();
    }

    void remove(Export export) {
        all.remove(export);
    }
}
