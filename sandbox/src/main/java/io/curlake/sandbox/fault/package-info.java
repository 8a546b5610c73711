/** An S3 endpoint that fails a share of its requests, for tests. */
@NullMarked
package io.curlake.sandbox.fault;

import org.jspecify.annotations.NullMarked;
