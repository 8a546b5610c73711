@NullMarked
package io.curlake.cli.provision;

import org.jspecify.annotations.NullMarked;
