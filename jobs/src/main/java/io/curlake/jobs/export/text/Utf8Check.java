package io.curlake.jobs.export.text;

/** Checks that bytes, coming in pieces, are UTF-8. Source: the table of well-formed byte sequences of Unicode 15, 3.9. */
final class Utf8Check {
    private int continuations;
    private int lowest;
    private int highest;

    /** The place of the first byte that cannot follow those before it; {@code end} where there is none. */
    int firstMalformed(byte[] bytes, int start, int end) {
        for (int at = start; at < end; at++) {
            if ((continuations > 0 || bytes[at] < 0) && !follows(bytes[at] & 0xff)) {
                return at;
            }
        }
        return end;
    }

    /** Whether the bytes so far end within a character. */
    boolean isIncomplete() {
        return continuations > 0;
    }

    private boolean follows(int unit) {
        return continuations > 0 ? continues(unit) : starts(unit);
    }

    private boolean continues(int unit) {
        boolean fits = unit >= lowest && unit <= highest;
        expect(continuations - 1, 0x80, 0xbf);
        return fits;
    }

    private boolean starts(int unit) {
        if (unit >= 0xc2 && unit <= 0xdf) {
            expect(1, 0x80, 0xbf);
        } else if (unit >= 0xe0 && unit <= 0xef) {
            expect(2, unit == 0xe0 ? 0xa0 : 0x80, unit == 0xed ? 0x9f : 0xbf);
        } else if (unit >= 0xf0 && unit <= 0xf4) {
            expect(3, unit == 0xf0 ? 0x90 : 0x80, unit == 0xf4 ? 0x8f : 0xbf);
        } else {
            return false;
        }
        return true;
    }

    private void expect(int count, int from, int to) {
        continuations = count;
        lowest = from;
        highest = to;
    }
}
