/** The Delta tables and the one door to them: write, read back, commit. The only package that sees Delta. */
@NullMarked
package io.curlake.jobs.table;

import org.jspecify.annotations.NullMarked;
