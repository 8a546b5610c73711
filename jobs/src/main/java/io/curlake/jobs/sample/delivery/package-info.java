/** Where a delivery lies: keys, ids, times and manifests exactly as AWS writes them. */
@NullMarked
package io.curlake.jobs.sample.delivery;

import org.jspecify.annotations.NullMarked;
