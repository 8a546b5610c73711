/** The accounts of the payer's organization. */
@NullMarked
package io.curlake.provisioning.organization;

import org.jspecify.annotations.NullMarked;
