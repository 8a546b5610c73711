package io.curlake.jobs.storage;

import java.io.Serializable;

/** An object with the number by which the rows read from it are told apart. */
public record NumberedFile(int number, StoredObject object) implements Serializable {}
