/**
 * The ledger's own reader of billing text: rows and sums as delivered. It shares no parsing with the reader of rows, so
 * that a fault in one of the two shows as a ledger that does not balance.
 */
@NullMarked
package io.curlake.jobs.export.text.scan;

import org.jspecify.annotations.NullMarked;
