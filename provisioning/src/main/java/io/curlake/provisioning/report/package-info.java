/** Plans and denials in words and as JSON. */
@NullMarked
package io.curlake.provisioning.report;

import org.jspecify.annotations.NullMarked;
