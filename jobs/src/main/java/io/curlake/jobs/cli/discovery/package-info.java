/** The verb 'discover'. */
@NullMarked
package io.curlake.jobs.cli.discovery;

import org.jspecify.annotations.NullMarked;
