/** What the identities that provision, read and discover must be allowed, and nothing besides. Calls nothing. */
@NullMarked
package io.curlake.provisioning.policy.iam;

import org.jspecify.annotations.NullMarked;
