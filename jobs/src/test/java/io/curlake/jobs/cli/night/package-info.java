@NullMarked
package io.curlake.jobs.cli.night;

import org.jspecify.annotations.NullMarked;
