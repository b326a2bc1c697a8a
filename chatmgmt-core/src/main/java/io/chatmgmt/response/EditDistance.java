package io.chatmgmt.response;

/** How much of a text was changed. */
public final class EditDistance {

    /** Longer texts are compared by their beginnings of this length, so that the work stays bounded. */
    public static final int MAX_LENGTH = 2000;

    private EditDistance() {}

    /**
     * The share of a text that was changed: the Levenshtein distance over the longer length.
     *
     * @param original the text before
     * @param changed the text after
     * @return 0 (equal) to 1 (nothing left)
     */
    public static double share(String original, String changed) {
        String a = original.length() > MAX_LENGTH ? original.substring(0, MAX_LENGTH) : original;
        String b = changed.length() > MAX_LENGTH ? changed.substring(0, MAX_LENGTH) : changed;
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 0 : (double) distance(a, b) / longer;
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
