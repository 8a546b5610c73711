package io.curlake.provisioning.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word, a quoted text or a sign of an SQL statement, and where it stands. */
record SqlToken(Kind kind, String value, int start, int end) {
    private static final Pattern TOKEN =
            Pattern.compile("'(?<text>(?:[^']|'')*)'|[\"`](?<name>[^\"`]*)[\"`]|(?<word>\\w+)|(?<sign>\\S)");

    enum Kind {
        QUOTED,
        WORD,
        SIGN
    }

    static List<SqlToken> of(String statement) {
        List<SqlToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(statement);
        while (matcher.find()) {
            tokens.add(token(matcher));
        }
        return tokens;
    }

    private static SqlToken token(Matcher matcher) {
        String word = matcher.group("word");
        if (word != null) {
            return new SqlToken(Kind.WORD, word, matcher.start(), matcher.end());
        }
        String sign = matcher.group("sign");
        if (sign != null) {
            return new SqlToken(Kind.SIGN, sign, matcher.start(), matcher.end());
        }
        String text = matcher.group("text");
        String quoted = text != null ? text : matcher.group("name");
        return new SqlToken(Kind.QUOTED, quoted == null ? "" : quoted, matcher.start(), matcher.end());
    }

    /** Keywords are written in either case. */
    boolean is(String keyword) {
        return kind == Kind.WORD && value.equalsIgnoreCase(keyword);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && value.equals(sign);
    }
}
