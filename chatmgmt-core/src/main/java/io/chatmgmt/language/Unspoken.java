package io.chatmgmt.language;

import java.util.Arrays;

/**
 * The stretches of a text that are not language: code between backticks, links and e-mail addresses. Not thread-safe;
 * reused from text to text.
 */
final class Unspoken {

    private int[] bounds = new int[16];
    private int size;

    /** Looks the stretches up; a text without any costs four searches for a character that is not there. */
    void find(String text, int length) {
        size = 0;
        if (text.indexOf('`') >= 0) {
            findCode(text, length);
        }
        if (text.indexOf("://") >= 0) {
            int end;
            for (int at = text.indexOf("://"); at >= 0 && at < length; at = text.indexOf("://", end)) {
                end = chunkEnd(text, at + 3, length);
                add(schemeStart(text, at), end);
            }
        }
        if (text.indexOf("www.") >= 0) {
            int end;
            for (int at = text.indexOf("www."); at >= 0 && at < length; at = text.indexOf("www.", end)) {
                end = chunkEnd(text, at + 4, length);
                if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) {
                    add(at, end);
                }
            }
        }
        if (text.indexOf('@') >= 0) {
            findAddresses(text, length);
        }
        sort();
    }

    int size() {
        return size;
    }

    int start(int index) {
        return bounds[2 * index];
    }

    int end(int index) {
        return bounds[2 * index + 1];
    }

    private void findCode(String text, int length) {
        int open = text.indexOf('`');
        while (open >= 0 && open < length) {
            boolean block = text.startsWith("```", open);
            String fence = block ? "```" : "`";
            int close = text.indexOf(fence, open + fence.length());
            int lineEnd = text.indexOf('\n', open);
            if (block && close < 0) {
                add(open, length);
                return;
            }
            if (close < 0 || !block && lineEnd >= 0 && lineEnd < close) {
                open = lineEnd < 0 ? -1 : text.indexOf('`', lineEnd);
            } else {
                add(open, Math.min(length, close + fence.length()));
                open = text.indexOf('`', close + fence.length());
            }
        }
    }

    private void findAddresses(String text, int length) {
        for (int at = text.indexOf('@'); at >= 0 && at < length; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > 0 && inAddress(text.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            while (end < length && inAddress(text.charAt(end))) {
                end++;
            }
            if (start < at && end > at + 1) {
                add(start, end);
            }
        }
    }

    private static boolean inAddress(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%');
    }

    private static int schemeStart(String text, int at) {
        int start = at;
        while (start > 0 && text.charAt(start - 1) < 128 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int chunkEnd(String text, int at, int length) {
        int end = Math.min(at, length);
        while (end < length && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) < 0x3000) {
            end++;
        }
        return end;
    }

    private void add(int start, int end) {
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * size] = start;
        bounds[2 * size + 1] = end;
        size++;
    }

    /** By start: the four searches each found theirs in order, but one after the other. */
    private void sort() {
        for (int i = 1; i < size; i++) {
            int start = bounds[2 * i];
            int end = bounds[2 * i + 1];
            int j = i - 1;
            for (; j >= 0 && bounds[2 * j] > start; j--) {
                bounds[2 * j + 2] = bounds[2 * j];
                bounds[2 * j + 3] = bounds[2 * j + 1];
            }
            bounds[2 * j + 2] = start;
            bounds[2 * j + 3] = end;
        }
    }
}
