/** Whether what a bucket denies keeps AWS's delivery out: IAM's conditions, evaluated for the delivery alone. */
@NullMarked
package io.curlake.provisioning.policy.deny;

import org.jspecify.annotations.NullMarked;
