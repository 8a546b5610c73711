/** Legacy Cost and Usage Reports. */
@NullMarked
package io.curlake.sandbox.aws.report;

import org.jspecify.annotations.NullMarked;
