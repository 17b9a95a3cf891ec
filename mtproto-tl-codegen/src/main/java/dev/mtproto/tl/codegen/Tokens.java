package dev.mtproto.tl.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of one definition, read from left to right. */
final class Tokens {

    static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*(\\.\\w+)*");

    private static final Pattern TOKEN =
            Pattern.compile(" *(" + NAME + "|#[0-9a-fA-F]{1,8}(?!\\w)|\\d+|[#{}<>\\[\\]():?=!%*])");

    private final Statement statement;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    Tokens(Statement statement) {
        this.statement = statement;
        String text = statement.text();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw error("cannot read \"" + text.substring(end).trim() + "\"");
            }
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
    }

    /** Returns a token further on, or an empty text behind the last. */
    String peek(int ahead) {
        return next + ahead < tokens.size() ? tokens.get(next + ahead) : "";
    }

    boolean nextIs(String token) {
        return peek(0).equals(token);
    }

    /** Moves over a token if it comes next. */
    boolean skip(String token) {
        boolean there = nextIs(token);
        next += there ? 1 : 0;
        return there;
    }

    void expect(String token) {
        if (!skip(token)) {
            throw error("expected \"" + token + "\"" + instead());
        }
    }

    String take() {
        return tokens.get(next++);
    }

    String name(String what) {
        if (!NAME.matcher(peek(0)).matches()) {
            throw error("expected " + what + instead());
        }
        return take();
    }

    /** Returns where the next token stands, for {@link #textFrom}. */
    int index() {
        return next;
    }

    String textFrom(int index) {
        return String.join("", tokens.subList(index, next));
    }

    SchemaException error(String detail) {
        return new SchemaException(statement.location(), detail + " in \"" + statement.text() + "\"");
    }

    private String instead() {
        return peek(0).isEmpty() ? " at the end" : ", found \"" + peek(0) + "\"";
    }
}
