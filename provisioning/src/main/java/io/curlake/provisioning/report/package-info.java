/** Words that the reports of several verbs share. */
@NullMarked
package io.curlake.provisioning.report;

import org.jspecify.annotations.NullMarked;
