/** Billing CSV files as streams of records: decompression, character set, quoting, and the refusal of what is broken. */
@NullMarked
package io.curlake.jobs.export.text;

import org.jspecify.annotations.NullMarked;
