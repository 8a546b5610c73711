package io.curlake.jobs.account.catalog;

import io.curlake.model.BillingPeriod;

/** The last name that a delivery of that period gives an account; legacy CUR gives none. */
public record DeliveredName(BillingPeriod period, String name) {}
