package io.chatmgmt.spring.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command is about, as {@code If-Match} names it: the control epoch, an offer, or the ticket of a held answer. The
 * version is of no use for that: every message moves it. Immutable.
 *
 * @param kind what sort of thing
 * @param number its number, meaningless for {@link Kind#ANY}
 */
record Concern(Kind kind, long number) {

    private static final Pattern TAG = Pattern.compile("\"?(epoch|offer|ticket)-(\\d{1,9})\"?");

    enum Kind {
        EPOCH,
        OFFER,
        TICKET,
        ANY;

        String example() {
            return '"' + name().toLowerCase(Locale.ROOT) + "-1\"";
        }
    }

    static Concern parse(String header) {
        String value = header.strip();
        if (value.equals("*")) {
            return new Concern(Kind.ANY, 0);
        }
        Matcher tag = TAG.matcher(value);
        if (!tag.matches()) {
            throw InvalidRequestException.of("If-Match", "must be like \"epoch-1\", \"offer-1\" or \"ticket-1\"");
        }
        return new Concern(Kind.valueOf(tag.group(1).toUpperCase(Locale.ROOT)), Long.parseLong(tag.group(2)));
    }

    boolean isAny() {
        return kind == Kind.ANY;
    }
}
