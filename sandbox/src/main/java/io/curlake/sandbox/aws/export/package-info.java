/** Data Exports. */
@NullMarked
package io.curlake.sandbox.aws.export;

import org.jspecify.annotations.NullMarked;
