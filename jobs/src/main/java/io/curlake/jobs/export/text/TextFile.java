package io.curlake.jobs.export.text;

import java.io.Serializable;
import java.util.List;

/**
 * A CSV file of a delivery.
 *
 * @param number the file's place in the delivery
 * @param size bytes as stored
 * @param header the names in its first record, as {@link TextHeaders} read them
 */
public record TextFile(int number, String uri, long size, List<String> header) implements Serializable {
    public TextFile {
        header = List.copyOf(header);
    }
}
