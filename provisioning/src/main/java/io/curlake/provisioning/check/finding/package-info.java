/** What a check finds. */
@NullMarked
package io.curlake.provisioning.check.finding;

import org.jspecify.annotations.NullMarked;
