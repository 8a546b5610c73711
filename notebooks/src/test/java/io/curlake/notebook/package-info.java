@NullMarked
package io.curlake.notebook;

import org.jspecify.annotations.NullMarked;
