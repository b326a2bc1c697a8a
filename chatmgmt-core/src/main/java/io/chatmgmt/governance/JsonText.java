package io.chatmgmt.governance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes strings, numbers and lists of them as JSON: what an export of one shape needs, without a library for it. */
final class JsonText {

    private JsonText() {}

    static void append(StringBuilder json, @Nullable Object value) {
        if (value == null || value instanceof Number) {
            json.append(value);
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object each : list) {
                json.append(separator);
                append(json, each);
                separator = ",";
            }
            json.append(list.isEmpty() ? "[]" : "]");
        } else {
            quote(json, value.toString());
        }
    }

    private static void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                json.append('\\').append(each);
            } else if (each < ' '
                    || Character.isSurrogate(each) && !isPaired(text, i)
                    || each == '\u2028'
                    || each == '\u2029') {
                json.append(String.format("\\u%04x", (int) each));
            } else {
                json.append(each);
            }
        }
        json.append('"');
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
