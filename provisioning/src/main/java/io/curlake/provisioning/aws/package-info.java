/** The way to AWS: clients, whose credentials they carry, and what its errors mean. */
@NullMarked
package io.curlake.provisioning.aws;

import org.jspecify.annotations.NullMarked;
