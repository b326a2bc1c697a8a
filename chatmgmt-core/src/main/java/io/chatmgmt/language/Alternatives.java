package io.chatmgmt.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes out an expression such as {@code (talk|speak) to (a|) human}. */
final class Alternatives {

    private static final int MOST = 4_096;

    private final String expression;
    private int at;

    private Alternatives(String expression) {
        this.expression = expression;
    }

    /** The phrases that the expression stands for, each once. */
    static List<String> of(String expression) {
        Alternatives reader = new Alternatives(expression);
        List<String> phrases = reader.alternatives();
        if (reader.at < expression.length()) {
            throw new IllegalArgumentException("unbalanced ) in " + expression);
        }
        Set<String> distinct = new LinkedHashSet<>();
        phrases.forEach(phrase -> distinct.add(phrase.strip()));
        return List.copyOf(distinct);
    }

    private List<String> alternatives() {
        List<String> all = new ArrayList<>(sequence());
        while (at < expression.length() && expression.charAt(at) == '|') {
            at++;
            all.addAll(sequence());
        }
        return all;
    }

    private List<String> sequence() {
        List<String> soFar = List.of("");
        while (at < expression.length() && expression.charAt(at) != '|' && expression.charAt(at) != ')') {
            soFar = joined(soFar, expression.charAt(at) == '(' ? group() : literal());
        }
        return soFar;
    }

    private List<String> group() {
        at++;
        List<String> inside = alternatives();
        if (at >= expression.length()) {
            throw new IllegalArgumentException("unbalanced ( in " + expression);
        }
        at++;
        return inside;
    }

    private List<String> literal() {
        int from = at;
        while (at < expression.length() && "(|)".indexOf(expression.charAt(at)) < 0) {
            at++;
        }
        return List.of(expression.substring(from, at));
    }

    private List<String> joined(List<String> left, List<String> right) {
        if (left.size() * right.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " phrases: " + expression);
        }
        List<String> joined = new ArrayList<>(left.size() * right.size());
        for (String start : left) {
            for (String end : right) {
                joined.add(start + end);
            }
        }
        return joined;
    }
}
