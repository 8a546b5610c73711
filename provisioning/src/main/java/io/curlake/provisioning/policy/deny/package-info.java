/** What a bucket policy does to AWS's delivery: IAM's conditions, evaluated for the delivery alone. */
@NullMarked
package io.curlake.provisioning.policy.deny;

import org.jspecify.annotations.NullMarked;
