/** What a line item costs, by each of the cost measures. Rules in plain Java, and as Spark columns. */
@NullMarked
package io.curlake.jobs.cost;

import org.jspecify.annotations.NullMarked;
