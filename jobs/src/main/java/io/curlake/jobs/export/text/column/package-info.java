/** Turns the fields of a record into the values of columns, and complains about what it cannot turn. */
@NullMarked
package io.curlake.jobs.export.text.column;

import org.jspecify.annotations.NullMarked;
