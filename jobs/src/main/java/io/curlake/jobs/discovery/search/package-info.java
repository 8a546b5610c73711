/** Looks at whole accounts with AWS's SDK: who may, in which regions, at what, and what came of it. */
@NullMarked
package io.curlake.jobs.discovery.search;

import org.jspecify.annotations.NullMarked;
