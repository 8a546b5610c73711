/** What is sold: services with their usage types, rates and product attributes. */
@NullMarked
package io.curlake.jobs.sample.catalog;

import org.jspecify.annotations.NullMarked;
