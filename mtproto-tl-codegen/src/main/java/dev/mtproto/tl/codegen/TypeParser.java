package dev.mtproto.tl.codegen;

import java.util.Optional;
import java.util.Set;

/** Reads types. */
final class TypeParser {

    private static final String BOXED_VECTOR = "Vector";
    private static final String BARE_VECTOR = "vector";

    private final Tokens tokens;
    private final Set<String> variables;

    TypeParser(Tokens tokens, Set<String> variables) {
        this.tokens = tokens;
        this.variables = variables;
    }

    /** Reads {@code flags.N?} if it comes next. */
    Optional<Condition> condition() {
        if (!tokens.peek(1).equals("?")) {
            return Optional.empty();
        }
        String reference = tokens.name("a flag, as in flags.0?");
        tokens.expect("?");
        int dot = reference.lastIndexOf('.');
        String bit = reference.substring(dot + 1);
        if (dot < 0 || !bit.matches("\\d{1,2}") || Integer.parseInt(bit) > 31) {
            throw tokens.error("\"" + reference + "\" is no flag with a bit from 0 to 31");
        }
        return Optional.of(new Condition(reference.substring(0, dot), Integer.parseInt(bit)));
    }

    TlType type() {
        if (tokens.skip("#")) {
            return new TlType.Flags();
        }
        if (tokens.skip("!")) {
            return function();
        }
        if (tokens.skip("%")) {
            return bare(type());
        }
        if (tokens.skip("(")) {
            TlType inner = type();
            tokens.expect(")");
            return inner;
        }
        String name = tokens.name("a type");
        if (name.equals(BOXED_VECTOR) || name.equals(BARE_VECTOR)) {
            return new TlType.Vector(element(), name.equals(BARE_VECTOR));
        }
        if (tokens.nextIs("<")) {
            throw tokens.error("only vectors take a type argument, not " + name);
        }
        if (variables.contains(name)) {
            return new TlType.Variable(name);
        }
        return BaseType.named(name)
                .<TlType>map(TlType.Base::new)
                .orElseGet(() -> new TlType.Named(name, startsLower(name)));
    }

    private TlType element() {
        if (!tokens.skip("<")) {
            return type();
        }
        TlType element = type();
        tokens.expect(">");
        return element;
    }

    private TlType function() {
        String name = tokens.name("a type variable");
        if (!variables.contains(name)) {
            throw tokens.error("the type variable " + name + " is not declared, as in {" + name + ":Type}");
        }
        return new TlType.Function(name);
    }

    private TlType bare(TlType type) {
        if (type instanceof TlType.Named named) {
            return new TlType.Named(named.name(), true);
        }
        if (type instanceof TlType.Vector vector) {
            return new TlType.Vector(vector.element(), true);
        }
        throw tokens.error("% needs the name of a type or a vector behind it");
    }

    private static boolean startsLower(String name) {
        return Character.isLowerCase(name.charAt(name.lastIndexOf('.') + 1));
    }
}
