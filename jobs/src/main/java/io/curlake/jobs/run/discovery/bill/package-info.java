/** What discovery asks of the bill: the last days of resources, of hours and of commitments. */
@NullMarked
package io.curlake.jobs.run.discovery.bill;

import org.jspecify.annotations.NullMarked;
