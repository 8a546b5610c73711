/** A stand-in for the AWS services that provisioning calls, in front of the embedded S3 server. */
@NullMarked
package io.curlake.sandbox.aws;

import org.jspecify.annotations.NullMarked;
