/** Billing exports: manifests, the deliveries they name, and the rows of their files. */
@NullMarked
package io.curlake.jobs.export;

import org.jspecify.annotations.NullMarked;
