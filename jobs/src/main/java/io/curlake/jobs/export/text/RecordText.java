package io.curlake.jobs.export.text;

/** A record as text for a person: joined again, quoted where needed, cut where it is too long. */
public final class RecordText {
    private static final int LONGEST_RECORD = 4_000;
    private static final int LONGEST_VALUE = 80;

    private RecordText() {}

    public static String of(CsvRecord record) {
        StringBuilder text = new StringBuilder();
        for (int field = 0; field < record.fields() && text.length() <= LONGEST_RECORD; field++) {
            text.append(field == 0 ? "" : ",").append(quoted(record.text(field)));
        }
        return shortened(text.toString(), LONGEST_RECORD);
    }

    /** A value as a message shows it. */
    public static String shown(String value) {
        return "'" + shortened(value, LONGEST_VALUE) + "'";
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
