/** S3: buckets and their settings, and the way on to the embedded server. */
@NullMarked
package io.curlake.sandbox.aws.bucket;

import org.jspecify.annotations.NullMarked;
