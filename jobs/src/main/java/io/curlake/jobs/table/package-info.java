/** The only package that sees Delta: how tables are created, replaced, committed and read. */
@NullMarked
package io.curlake.jobs.table;

import org.jspecify.annotations.NullMarked;
