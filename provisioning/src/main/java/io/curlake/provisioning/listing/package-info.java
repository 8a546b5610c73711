/** All exports and reports of a payer account at a glance. */
@NullMarked
package io.curlake.provisioning.listing;

import org.jspecify.annotations.NullMarked;
