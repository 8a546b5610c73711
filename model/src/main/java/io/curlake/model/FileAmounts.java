package io.curlake.model;

import java.io.Serializable;

/**
 * What a delivered file holds of one currency.
 *
 * @param file the file's number in its delivery
 * @param currency the ISO 4217 code as delivered; empty where a row has none
 */
public record FileAmounts(int file, String currency, CostAmounts amounts) implements Serializable {}
