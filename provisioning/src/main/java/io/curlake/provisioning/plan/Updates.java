package io.curlake.provisioning.plan;

/** Whether an export that is there in another form may be changed: its later deliveries then look different. */
public enum Updates {
    ALLOWED,
    REFUSED
}
