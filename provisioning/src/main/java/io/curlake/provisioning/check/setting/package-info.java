/** What the settings of an export or report mean for the data: pure functions of what exists and what is configured. */
@NullMarked
package io.curlake.provisioning.check.setting;

import org.jspecify.annotations.NullMarked;
