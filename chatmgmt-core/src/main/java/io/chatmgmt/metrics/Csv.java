package io.chatmgmt.metrics;

import org.jspecify.annotations.Nullable;

/**
 * Writes CSV. A text that a spreadsheet might take for a formula gets an apostrophe before it; numbers are written by
 * us, so a minus of theirs is one. Not thread-safe.
 */
final class Csv {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n\0＝＋－＠";

    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    void text(String value) {
        separate();
        int start = 0;
        while (start < value.length() && (value.charAt(start) == ' ' || value.charAt(start) == '"')) {
            start++;
        }
        boolean formula = start < value.length() && STARTS_A_FORMULA.indexOf(value.charAt(start)) >= 0;
        String safe = formula ? "'" + value : value;
        if (safe.matches("(?s).*[\",\\r\\n\\t;].*") || !safe.strip().equals(safe)) {
            out.append('"').append(safe.replace("\"", "\"\"")).append('"');
        } else {
            out.append(safe);
        }
    }

    void number(@Nullable Double value) {
        separate();
        if (value != null) {
            out.append(Plain.number(value));
        }
    }

    void endLine() {
        out.append("\r\n");
        first = true;
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
