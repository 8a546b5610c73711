/** What connects nothing. */
@NullMarked
package io.curlake.jobs.finding.network;

import org.jspecify.annotations.NullMarked;
