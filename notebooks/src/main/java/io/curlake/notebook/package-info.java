/**
 * What the notebooks open a warehouse and show its tables with. Analysts read this code: it stays small, and does nothing
 * that a notebook could not do by itself in Spark SQL.
 */
@NullMarked
package io.curlake.notebook;

import org.jspecify.annotations.NullMarked;
