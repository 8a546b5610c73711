/** The bridge from invoices to cost measures, read from the gold tables; two exports of a payer held against each other. */
@NullMarked
package io.curlake.jobs.run.bridge;

import org.jspecify.annotations.NullMarked;
