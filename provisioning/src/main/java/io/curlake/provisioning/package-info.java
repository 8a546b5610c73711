/** Creates and checks the export, its bucket and its policies with the AWS SDK. Never sees Spark. */
@NullMarked
package io.curlake.provisioning;

import org.jspecify.annotations.NullMarked;
