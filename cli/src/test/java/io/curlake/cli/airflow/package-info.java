/** The DAG of {@code conf/airflow}, read and run by Python without Airflow. */
@NullMarked
package io.curlake.cli.airflow;

import org.jspecify.annotations.NullMarked;
