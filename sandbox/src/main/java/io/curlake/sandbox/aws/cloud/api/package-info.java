/** Requests and answers of AWS's protocols, read and written by AWS's own model of a service. */
@NullMarked
package io.curlake.sandbox.aws.cloud.api;

import org.jspecify.annotations.NullMarked;
