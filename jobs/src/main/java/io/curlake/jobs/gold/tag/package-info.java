/** Cost by tags and cost categories, under keys that do not change when the export does. */
@NullMarked
package io.curlake.jobs.gold.tag;

import org.jspecify.annotations.NullMarked;
