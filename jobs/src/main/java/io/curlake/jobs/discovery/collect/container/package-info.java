/** What runs without machines of its own, and what it logs. */
@NullMarked
package io.curlake.jobs.discovery.collect.container;

import org.jspecify.annotations.NullMarked;
