package io.curlake.sandbox.aws.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A page of a list, and the token of the next one.
 *
 * @param items of this page
 * @param next absent on the last page
 */
public record Page<T>(List<T> items, Optional<String> next) {
    /**
     * Cuts a page out of a list.
     *
     * @param token of an earlier page, or none for the first
     * @param invalid what to answer where the token is none of ours
     */
    public static <T> Page<T> of(List<T> all, int size, Optional<String> token, Supplier<AwsError> invalid) {
        int from = token.map(text -> position(text, invalid)).orElse(0);
        if (from > all.size()) {
            throw invalid.get();
        }
        int to = Math.min(from + size, all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? Optional.of(token(to)) : Optional.empty());
    }

    private static String token(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("from-" + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(String token, Supplier<AwsError> invalid) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.matches("from-[1-9]\\d{0,8}")) {
                return Integer.parseInt(text.substring("from-".length()));
            }
        } catch (IllegalArgumentException e) {
            throw invalid.get();
        }
        throw invalid.get();
    }
}
