/** The bridge from what was delivered, over what was kept, to each cost measure. */
@NullMarked
package io.curlake.jobs.gold.invoice;

import org.jspecify.annotations.NullMarked;
