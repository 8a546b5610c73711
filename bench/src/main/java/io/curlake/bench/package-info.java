/** Measures loads as users run them, against DuckDB copying the same rows of the same files. */
@NullMarked
package io.curlake.bench;

import org.jspecify.annotations.NullMarked;
