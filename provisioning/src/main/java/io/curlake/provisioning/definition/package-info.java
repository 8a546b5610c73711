/** The export or report that a source's configuration asks for, in AWS's own terms, checked before any call. */
@NullMarked
package io.curlake.provisioning.definition;

import org.jspecify.annotations.NullMarked;
