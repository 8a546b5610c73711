/** What the bucket of an export is like, as far as the caller may see. Nothing is changed here. */
@NullMarked
package io.curlake.provisioning.bucket;

import org.jspecify.annotations.NullMarked;
