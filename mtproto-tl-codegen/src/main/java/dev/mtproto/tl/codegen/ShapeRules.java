package dev.mtproto.tl.codegen;

/** What the generator cannot express in Java, found out line by line. */
final class ShapeRules {

    private ShapeRules() {}

    static void check(Combinator combinator) {
        if (combinator.isVector()) {
            return;
        }
        if (!combinator.isFunction() && !combinator.variables().isEmpty()) {
            throw combinator.error("constructors with type variables are not supported");
        }
        for (Field field : combinator.fields()) {
            checkField(combinator, field);
        }
        checkResult(combinator);
    }

    private static void checkField(Combinator combinator, Field field) {
        if (field.isFlags() && field.condition().isPresent()) {
            throw combinator.error("the flags " + field.name() + " must not depend on others");
        }
        if (field.type() instanceof TlType.Function query) {
            checkQuery(combinator, field, query.variable());
        }
        TlType inner = field.type();
        while (inner instanceof TlType.Vector vector) {
            inner = vector.element();
            if (inner instanceof TlType.Flags || inner instanceof TlType.Function) {
                throw combinator.error("the vector " + field.name() + " cannot hold such elements");
            }
        }
        if (inner instanceof TlType.Variable variable) {
            throw combinator.error("the field " + field.name() + " cannot have the type " + variable.name()
                    + "; a query has the type !" + variable.name());
        }
    }

    private static void checkQuery(Combinator combinator, Field field, String variable) {
        if (field.condition().isPresent()) {
            throw combinator.error("the query " + field.name() + " cannot be optional");
        }
        if (queriesOf(combinator, variable) > 1) {
            throw combinator.error("two queries cannot share the type variable " + variable);
        }
    }

    private static void checkResult(Combinator combinator) {
        TlType result = combinator.result();
        if (combinator.isFunction()) {
            if (result instanceof TlType.Variable variable && queriesOf(combinator, variable.name()) == 0) {
                throw combinator.error("no field of type !" + variable.name() + " says what the result is");
            }
            if (result instanceof TlType.Flags || result instanceof TlType.Function) {
                throw combinator.error("a function cannot return " + combinator.resultName());
            }
            return;
        }
        boolean type = result instanceof TlType.Named named && !named.bare();
        boolean object =
                result instanceof TlType.Base base && (base.base() == BaseType.OBJECT || base.base() == BaseType.BOOL);
        if (!type && !object) {
            throw combinator.error("a constructor cannot make the type " + combinator.resultName());
        }
    }

    private static long queriesOf(Combinator combinator, String variable) {
        return combinator.fields().stream()
                .filter(field -> field.type().equals(new TlType.Function(variable)))
                .count();
    }
}
