package io.curlake.jobs.run.upkeep;

/**
 * A source that tables know and the configuration does not.
 *
 * @param rows of {@code line_item} that readers see
 * @param periods of {@code line_item}
 */
public record AbandonedSource(String name, long rows, long periods) {}
