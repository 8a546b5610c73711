/** The kinds of cloud resources that can be discovered, and the rights that finding them takes. */
@NullMarked
package io.curlake.model.resource;

import org.jspecify.annotations.NullMarked;
