@NullMarked
package io.curlake.jobs.sample;

import org.jspecify.annotations.NullMarked;
