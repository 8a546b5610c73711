package io.curlake.jobs.lineitem.scan.column;

import java.io.Serializable;

/**
 * The values of a column of a file.
 *
 * @param nulls the rows without a value
 */
public record ValueRange<T extends Serializable>(T minimum, T maximum, long nulls) implements Serializable {}
