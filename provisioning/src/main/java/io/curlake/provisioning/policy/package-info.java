/** Bucket policies as texts that are added to and never rewritten, and what their statements mean. Calls nothing. */
@NullMarked
package io.curlake.provisioning.policy;

import org.jspecify.annotations.NullMarked;
