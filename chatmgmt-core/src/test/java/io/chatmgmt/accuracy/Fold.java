package io.chatmgmt.accuracy;

import java.util.Locale;

/** Which part of the texts one belongs to in cross-validation: the same words always to the same. */
final class Fold {

    static final int COUNT = 5;

    /** Texts that nothing is measured on. */
    static final int NONE = 99;

    private Fold() {}

    static int of(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        return Math.floorMod(plain.hashCode() * 0x9E3779B9 >>> 8, COUNT);
    }
}
