package io.chatmgmt.examples.recording;

/** A line of the input that cannot be used: which field is wrong, and why. */
public final class BadLineException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 300;

    private final String field;

    BadLineException(String field, String reason) {
        super(oneLine(reason), null, false, false);
        this.field = oneLine(field);
    }

    /**
     * Where.
     *
     * @return the path of the field within the line, for example {@code turns[2].confidence}; {@code line} for the whole
     */
    public String field() {
        return field;
    }

    /** Whatever the input holds: the message stays one line of printable text. */
    private static String oneLine(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }
}
