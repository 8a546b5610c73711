/** Of each billing period: what was delivered, and whether its ledger balances. */
@NullMarked
package io.curlake.jobs.report.proof;

import org.jspecify.annotations.NullMarked;
