/** A delivery that is in the table already, published for other connected accounts. */
@NullMarked
package io.curlake.jobs.run.reconnection;

import org.jspecify.annotations.NullMarked;
