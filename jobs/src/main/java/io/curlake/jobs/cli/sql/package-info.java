/** The verb {@code sql}: the query in, its rows as a table, as CSV or as JSON out. */
@NullMarked
package io.curlake.jobs.cli.sql;

import org.jspecify.annotations.NullMarked;
