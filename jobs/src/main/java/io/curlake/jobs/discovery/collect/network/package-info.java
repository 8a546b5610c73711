/** What connects: addresses, gateways, load balancers, security groups. */
@NullMarked
package io.curlake.jobs.discovery.collect.network;

import org.jspecify.annotations.NullMarked;
