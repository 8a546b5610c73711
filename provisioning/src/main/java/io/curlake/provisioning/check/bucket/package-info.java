/** What a bucket and its policy mean for deliveries: pure functions of what AWS says about them. */
@NullMarked
package io.curlake.provisioning.check.bucket;

import org.jspecify.annotations.NullMarked;
