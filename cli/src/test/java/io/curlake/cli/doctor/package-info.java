@NullMarked
package io.curlake.cli.doctor;

import org.jspecify.annotations.NullMarked;
