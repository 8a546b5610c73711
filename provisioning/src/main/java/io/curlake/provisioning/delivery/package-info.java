/** What an export has delivered into its bucket, as its manifests tell. */
@NullMarked
package io.curlake.provisioning.delivery;

import org.jspecify.annotations.NullMarked;
