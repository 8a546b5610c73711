/** What the bill alone shows. */
@NullMarked
package io.curlake.jobs.finding.bill;

import org.jspecify.annotations.NullMarked;
