/** The steps that make an export: the bucket, its settings, its policy, the export or report itself. */
@NullMarked
package io.curlake.provisioning.step;

import org.jspecify.annotations.NullMarked;
