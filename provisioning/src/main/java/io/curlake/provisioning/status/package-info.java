/** What an export has done so far: when it was made, how it runs, what it delivered, and waiting for that. */
@NullMarked
package io.curlake.provisioning.status;

import org.jspecify.annotations.NullMarked;
