/** The verbs of provisioning: {@code export} and {@code policy}. They start no Spark. */
@NullMarked
package io.curlake.cli.provision;

import org.jspecify.annotations.NullMarked;
