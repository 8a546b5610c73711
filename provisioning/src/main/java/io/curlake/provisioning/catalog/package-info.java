/** What exports and reports a payer account has, as AWS tells it. */
@NullMarked
package io.curlake.provisioning.catalog;

import org.jspecify.annotations.NullMarked;
