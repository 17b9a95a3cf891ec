package dev.mtproto.tl.codegen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads schemas in the TL language, as far as MTProto uses it. */
final class SchemaParser {

    private SchemaParser() {}

    /**
     * Parses a schema.
     *
     * @param file the name to use in errors
     * @param source the text
     * @throws SchemaException if it cannot be understood
     */
    static Schema parse(String file, String source) {
        List<Combinator> combinators = new ArrayList<>();
        for (Statement statement : StatementSplitter.split(file, source)) {
            combinator(statement).ifPresent(combinators::add);
        }
        return new Schema(List.copyOf(combinators));
    }

    private static Optional<Combinator> combinator(Statement statement) {
        Tokens tokens = new Tokens(statement);
        String name = tokens.name("a name");
        if (definesBaseType(name, tokens)) {
            return Optional.empty();
        }
        OptionalInt id = id(tokens);
        Set<String> variables = variables(tokens);
        TypeParser types = new TypeParser(tokens, variables);
        boolean isVector = name.equals(Combinator.VECTOR) && !statement.isFunction();
        Map<String, Field> fields = isVector ? skipFields(tokens) : fields(tokens, types);
        tokens.expect("=");
        TlType result = types.type();
        if (!tokens.peek(0).isEmpty()) {
            throw tokens.error("\"" + tokens.peek(0) + "\" behind the result");
        }
        String resultName = statement
                .text()
                .substring(statement.text().lastIndexOf('=') + 1)
                .trim();
        Combinator combinator = new Combinator(
                name,
                id,
                List.copyOf(variables),
                List.copyOf(fields.values()),
                result,
                resultName,
                statement.isFunction(),
                statement.text(),
                statement.location());
        ShapeRules.check(combinator);
        return Optional.of(combinator);
    }

    /** Lines such as {@code int ? = Int} and {@code int128 4*[ int ] = Int128}: the runtime has these types. */
    private static boolean definesBaseType(String name, Tokens tokens) {
        boolean definition = tokens.nextIs("?") || tokens.peek(1).equals("*");
        if (definition && BaseType.named(name).isEmpty()) {
            throw tokens.error("the base type " + name + " is not known");
        }
        return definition;
    }

    private static OptionalInt id(Tokens tokens) {
        String token = tokens.peek(0);
        if (!token.startsWith("#") || token.length() == 1) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseUnsignedInt(tokens.take().substring(1), 16));
    }

    private static Set<String> variables(Tokens tokens) {
        Set<String> variables = new LinkedHashSet<>();
        while (tokens.skip("{")) {
            String variable = tokens.name("a type variable");
            tokens.expect(":");
            tokens.expect("Type");
            tokens.expect("}");
            variables.add(variable);
        }
        return variables;
    }

    private static Map<String, Field> skipFields(Tokens tokens) {
        while (!tokens.nextIs("=") && !tokens.peek(0).isEmpty()) {
            tokens.take();
        }
        return Map.of();
    }

    private static Map<String, Field> fields(Tokens tokens, TypeParser types) {
        Map<String, Field> fields = new LinkedHashMap<>();
        while (!tokens.nextIs("=") && !tokens.peek(0).isEmpty()) {
            String name = tokens.name("a field or \"=\"");
            tokens.expect(":");
            int from = tokens.index();
            Optional<Condition> condition = types.condition();
            condition.ifPresent(c -> requireFlags(tokens, fields, c));
            TlType type = types.type();
            boolean flag = condition.isPresent() && type.equals(new TlType.Named("true", true));
            String text = name + ":" + tokens.textFrom(from);
            if (fields.put(name, new Field(name, flag ? new TlType.Flag() : type, condition, text)) != null) {
                throw tokens.error("the field " + name + " is there twice");
            }
        }
        return fields;
    }

    private static void requireFlags(Tokens tokens, Map<String, Field> fields, Condition condition) {
        Field flags = fields.get(condition.flags());
        if (flags == null || !flags.isFlags()) {
            throw tokens.error("no field " + condition.flags() + ":# stands before its use");
        }
    }
}
