package io.curlake.model;

/** The logical types of a CUR 2.0 column; there are no others. */
public enum ColumnType {
    STRING,
    DOUBLE,
    TIMESTAMP,
    STRING_MAP,
    DOUBLE_MAP
}
