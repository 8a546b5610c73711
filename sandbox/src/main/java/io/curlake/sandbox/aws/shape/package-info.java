/** JSON services: what a service's model demands of a request. */
@NullMarked
package io.curlake.sandbox.aws.shape;

import org.jspecify.annotations.NullMarked;
