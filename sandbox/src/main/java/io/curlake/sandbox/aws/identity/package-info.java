/** Whose credentials these are, and the organization. */
@NullMarked
package io.curlake.sandbox.aws.identity;

import org.jspecify.annotations.NullMarked;
