/** The services that list what an account has: requests are read and checked by AWS's own models, answers come from {@link io.curlake.sandbox.aws.cloud.Cloud}. */
@NullMarked
package io.curlake.sandbox.aws.cloud;

import org.jspecify.annotations.NullMarked;
