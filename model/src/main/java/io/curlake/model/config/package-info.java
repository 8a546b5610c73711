/** The configuration file as values: what each key means, its default, and where a mistake stands. */
@NullMarked
package io.curlake.model.config;

import org.jspecify.annotations.NullMarked;
