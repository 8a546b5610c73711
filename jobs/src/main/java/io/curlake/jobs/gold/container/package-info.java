/** Cost of containers by split cost allocation. */
@NullMarked
package io.curlake.jobs.gold.container;

import org.jspecify.annotations.NullMarked;
