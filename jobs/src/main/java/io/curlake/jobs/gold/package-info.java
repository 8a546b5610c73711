/** The tables that analysts query, made of the line items of one billing period. Pure functions of datasets. */
@NullMarked
package io.curlake.jobs.gold;

import org.jspecify.annotations.NullMarked;
