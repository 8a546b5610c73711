package io.curlake.jobs.cost;

import io.curlake.model.LineItemColumn;

/**
 * A way to work an {@link Amount} out.
 *
 * @param <T> what comes out
 */
public interface Arithmetic<T> {
    T zero();

    T of(LineItemColumn column);

    T sum(T one, T other);

    T difference(T from, T subtracted);

    T share(Amount.Share share);
}
