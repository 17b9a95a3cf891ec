package dev.mtproto.tl.codegen;

import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a schema into definitions: takes comments away, follows the section marks, keeps the line numbers. */
final class StatementSplitter {

    private final String file;
    private final List<Statement> statements = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private int startLine;
    private boolean isFunction;

    private StatementSplitter(String file) {
        this.file = file;
    }

    static List<Statement> split(String file, String source) {
        StatementSplitter splitter = new StatementSplitter(file);
        int line = 0;
        for (String text : source.split("\\R", -1)) {
            splitter.line(++line, text.replaceFirst("//.*", ""));
        }
        splitter.requireEnd();
        return splitter.statements;
    }

    private void line(int line, String text) {
        String trimmed = text.trim();
        if (trimmed.startsWith("---")) {
            section(line, trimmed);
            return;
        }
        String rest = text;
        for (int end = rest.indexOf(';'); end >= 0; end = rest.indexOf(';')) {
            append(line, rest.substring(0, end));
            finish(line);
            rest = rest.substring(end + 1);
        }
        append(line, rest);
    }

    private void section(int line, String mark) {
        requireEnd();
        switch (mark) {
            case "---functions---" -> isFunction = true;
            case "---types---" -> isFunction = false;
            default -> throw new SchemaException(new Location(file, line), "unknown section \"" + mark + "\"");
        }
    }

    private void append(int line, String text) {
        if (pending.isEmpty()) {
            startLine = line;
        }
        if (!text.isBlank()) {
            pending.append(' ').append(text);
        }
    }

    private void finish(int line) {
        String text = pending.toString().trim().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            throw new SchemaException(new Location(file, line), "a semicolon without a definition");
        }
        statements.add(new Statement(text, isFunction, new Location(file, startLine)));
        pending.setLength(0);
    }

    private void requireEnd() {
        if (!pending.isEmpty()) {
            throw new SchemaException(new Location(file, startLine), "a definition that does not end with a semicolon");
        }
    }
}
