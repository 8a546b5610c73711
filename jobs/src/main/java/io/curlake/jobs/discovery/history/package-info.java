/** What becomes of resources from one look to the next: they appear, change, end and return; none is ever deleted. */
@NullMarked
package io.curlake.jobs.discovery.history;

import org.jspecify.annotations.NullMarked;
