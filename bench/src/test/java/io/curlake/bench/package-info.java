@NullMarked
package io.curlake.bench;

import org.jspecify.annotations.NullMarked;
