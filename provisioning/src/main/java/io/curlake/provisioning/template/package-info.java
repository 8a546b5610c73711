/** The same as a plan, for who provisions with another tool. */
@NullMarked
package io.curlake.provisioning.template;

import org.jspecify.annotations.NullMarked;
