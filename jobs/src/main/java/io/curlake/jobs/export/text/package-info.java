/** Billing CSV files as streams of records: character set, quoting, headers and dialects. */
@NullMarked
package io.curlake.jobs.export.text;

import org.jspecify.annotations.NullMarked;
