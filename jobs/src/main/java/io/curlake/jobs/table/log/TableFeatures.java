package io.curlake.jobs.table.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curlake.model.ExitCode;
import io.curlake.model.Refusal;
import io.delta.kernel.internal.actions.Protocol;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a table asks of its readers and writers. A table without masks is one that every engine reads (reader 1, writer
 * 2); masks need the feature {@code deletionVectors} (reader 3, writer 7). Source: Delta protocol, "Table Features", 2026.
 *
 * @param reader the lowest version of a reader
 * @param writer the lowest version of a writer
 */
record TableFeatures(int reader, int writer, Set<String> readerFeatures, Set<String> writerFeatures) {
    static final TableFeatures PLAIN = new TableFeatures(1, 2, Set.of(), Set.of());

    private static final String MASKS = "deletionVectors";
    private static final Set<String> OF_WRITER_2 = Set.of("appendOnly", "invariants");
    private static final Set<String> WRITTEN =
            Set.of(MASKS, "appendOnly", "invariants", "vacuumProtocolCheck", "domainMetadata");

    static TableFeatures of(Protocol protocol) {
        return new TableFeatures(
                protocol.getMinReaderVersion(),
                protocol.getMinWriterVersion(),
                Set.copyOf(protocol.getReaderFeatures()),
                Set.copyOf(protocol.getWriterFeatures()));
    }

    /** Reader version 2 maps columns to other names; from 3 on the features say what they do. */
    boolean isReadableByName() {
        return reader != 2 && Set.of(MASKS).containsAll(readerFeatures);
    }

    boolean haveMasks() {
        return readerFeatures.contains(MASKS);
    }

    TableFeatures withMasks() {
        Set<String> readers = new TreeSet<>(readerFeatures);
        readers.add(MASKS);
        Set<String> writers = new TreeSet<>(writerFeatures);
        writers.add(MASKS);
        if (writer < 7) {
            writers.addAll(OF_WRITER_2);
        }
        return new TableFeatures(3, 7, readers, writers);
    }

    /** Refuses a table whose files do not hold what readers see, but for masked rows. */
    void requireReadableByName(String table) {
        if (isReadableByName()) {
            return;
        }
        Set<String> foreign = new TreeSet<>(readerFeatures);
        foreign.remove(MASKS);
        String uses = foreign.isEmpty() ? "reader version " + reader : String.join(", ", foreign);
        throw new Refusal(
                ExitCode.USAGE,
                "Cannot read the files of " + table + ": the table uses " + uses
                        + ", which curlake does not read. Drop the feature (ALTER TABLE … DROP FEATURE), or load into "
                        + "another warehouse.");
    }

    /** Refuses a table that somebody gave a feature of which a commit of ours would know nothing. */
    void requireWritable(String table) {
        Set<String> foreign = new TreeSet<>(writerFeatures);
        foreign.removeAll(WRITTEN);
        if (writer > 2 && writer < 7) {
            foreign.add("writer version " + writer);
        }
        if (!foreign.isEmpty()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "Cannot write " + table + ": the table uses " + String.join(", ", foreign)
                            + ", which curlake does not write. Drop the feature (ALTER TABLE … DROP FEATURE), or load "
                            + "into another warehouse.");
        }
    }

    ObjectNode action() {
        ObjectNode action = Actions.object();
        ObjectNode protocol =
                action.putObject("protocol").put("minReaderVersion", reader).put("minWriterVersion", writer);
        if (writer >= 7) {
            Actions.texts(protocol.putArray("readerFeatures"), new TreeSet<>(readerFeatures));
            Actions.texts(protocol.putArray("writerFeatures"), new TreeSet<>(writerFeatures));
        }
        return action;
    }
}
