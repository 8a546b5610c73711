/** Requests and answers as AWS's protocols write them. */
@NullMarked
package io.curlake.sandbox.aws.wire;

import org.jspecify.annotations.NullMarked;
