package io.curlake.jobs.export.text;

import io.curlake.model.CostColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** CUR 2.0 texts with everything a CSV may hold, and much that it should not; the same for the same seed. */
final class RandomCsv {
    private static final List<String> WORDS =
            List.of("", "a", "é€😀", "x,y", "line\nbreak", "cr\r\nlf", "say \"hi\"", "mid\"quote", " ", "{}");
    private static final List<String> NO_NUMBERS = List.of("abc", "NaN", "1.2.3", " 1", "1e", "0x1p3", "--1", "1e999");

    private final Random random;
    private final String lineBreak;

    private RandomCsv(long seed) {
        random = new Random(seed);
        lineBreak = pick(List.of("\n", "\r\n", "\r"));
    }

    static String text(long seed) {
        return new RandomCsv(seed).text();
    }

    private String text() {
        List<String> header = new ArrayList<>(CostColumn.lineItemColumns());
        header.addAll(List.of("line_item_currency_code", "bill_invoice_id", "line_item_resource_id", "zzz"));
        Collections.shuffle(header, random);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\ufeff" : "");
        text.append(String.join(",", header));
        int rows = random.nextInt(400);
        for (int i = 0; i < rows; i++) {
            text.append(random.nextInt(20) == 0 ? lineBreak + lineBreak : lineBreak)
                    .append(row(header));
        }
        return text.append(random.nextBoolean() ? lineBreak : "").toString();
    }

    private String row(List<String> header) {
        List<String> fields = new ArrayList<>(header.stream().map(this::field).toList());
        switch (random.nextInt(30)) {
            case 0 -> fields.add("1");
            case 1 -> fields.remove(0);
            default -> {}
        }
        return String.join(",", fields);
    }

    private String field(String column) {
        if (column.equals("line_item_currency_code")) {
            return quoted(pick(List.of("USD", "USD", "USD", "CNY", "")));
        }
        return quoted(column.endsWith("_cost") ? cost() : pick(WORDS));
    }

    private String cost() {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> pick(NO_NUMBERS);
            case 2 -> Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(30) - 20));
            case 3 -> decimal(70, 25).toString();
            case 4 -> decimal(70, 25).toPlainString();
            default -> decimal(33, 10).toPlainString();
        };
    }

    private BigDecimal decimal(int bits, int scale) {
        BigDecimal amount = new BigDecimal(new BigInteger(bits, random), random.nextInt(scale));
        return random.nextInt(4) == 0 ? amount.negate() : amount;
    }

    private String quoted(String value) {
        boolean must = value.chars().anyMatch(c -> c == ',' || c == '\n' || c == '\r') || value.startsWith("\"");
        return must || random.nextInt(10) == 0 ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
