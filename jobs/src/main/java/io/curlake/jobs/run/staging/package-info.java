/** The ways in which the line items of a delivery come into a table, unseen by readers until they are published. */
@NullMarked
package io.curlake.jobs.run.staging;

import org.jspecify.annotations.NullMarked;
