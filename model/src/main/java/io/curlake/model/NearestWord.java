package io.curlake.model;

import java.util.List;

/** The words nearest to a mistyped one: a letter wrong, missing or too many, or two neighbours swapped, up to twice. */
public final class NearestWord {
    private static final int MISTAKES = 2;

    private NearestWord() {}

    /** None where all are further off. */
    public static List<String> of(String typed, List<String> words) {
        int nearest =
                words.stream().mapToInt(word -> mistakes(typed, word)).min().orElse(MISTAKES + 1);
        return nearest > MISTAKES
                ? List.of()
                : words.stream()
                        .filter(word -> mistakes(typed, word) == nearest)
                        .toList();
    }

    /** The optimal string alignment distance. */
    private static int mistakes(String a, String b) {
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : mistakes(a, b, i, j, distance);
            }
        }
        return distance[a.length()][b.length()];
    }

    private static int mistakes(String a, String b, int i, int j, int[][] distance) {
        int replaced = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
        boolean isSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
