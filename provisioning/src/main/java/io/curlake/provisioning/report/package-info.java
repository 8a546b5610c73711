/** Plans in words, as JSON and as templates of other tools. */
@NullMarked
package io.curlake.provisioning.report;

import org.jspecify.annotations.NullMarked;
