package io.chatmgmt.metrics;

import java.math.BigDecimal;

/** Numbers as any machine reads them. */
final class Plain {

    private Plain() {}

    /** The shortest decimal that stands for the number, without an exponent, and without a fraction where there is none. */
    static String number(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("not a number that can be written: " + value);
        }
        String plain = BigDecimal.valueOf(value).toPlainString();
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }
}
