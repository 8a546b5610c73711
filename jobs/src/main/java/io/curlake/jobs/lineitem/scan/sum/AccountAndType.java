package io.curlake.jobs.lineitem.scan.sum;

import java.io.Serializable;

/**
 * What a row is counted by.
 *
 * @param account the usage account's id, '' where a row has none
 * @param type the line item type, '' where a row has none
 */
public record AccountAndType(String account, String type) implements Serializable {}
