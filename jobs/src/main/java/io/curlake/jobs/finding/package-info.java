/** What resources and their cost say about waste, risk and savings: one rule a class, without a call to AWS. */
@NullMarked
package io.curlake.jobs.finding;

import org.jspecify.annotations.NullMarked;
