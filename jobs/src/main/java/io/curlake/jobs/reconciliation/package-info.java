/** The ledger: what was delivered, what became of it, and the proof that nothing is missing. */
@NullMarked
package io.curlake.jobs.reconciliation;

import org.jspecify.annotations.NullMarked;
