/** A plan: ordered steps, each inspected before anything is done, and how they are carried out. */
@NullMarked
package io.curlake.provisioning.plan;

import org.jspecify.annotations.NullMarked;
