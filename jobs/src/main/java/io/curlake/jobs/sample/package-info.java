/** A deterministic synthetic organization, delivered as AWS delivers billing exports, with its true totals beside it. */
@NullMarked
package io.curlake.jobs.sample;

import org.jspecify.annotations.NullMarked;
