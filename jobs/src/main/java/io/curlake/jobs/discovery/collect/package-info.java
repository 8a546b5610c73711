/** How the resources of one type are looked for in one place, with AWS's SDK. */
@NullMarked
package io.curlake.jobs.discovery.collect;

import org.jspecify.annotations.NullMarked;
