package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The Java names of all that one schema defines. */
final class SchemaNames {

    private final String packageName;
    private final Map<Combinator, ClassName> combinators = new LinkedHashMap<>();
    private final Map<String, Combinator> takenBy = new HashMap<>();

    private SchemaNames(String packageName) {
        this.packageName = packageName;
    }

    /**
     * Names the constructors, then the functions.
     *
     * @throws SchemaException if two would have the same name
     */
    static SchemaNames of(Schema schema, String packageName) {
        SchemaNames names = new SchemaNames(packageName);
        for (Combinator combinator : schema.combinators()) {
            if (combinator.isVector()) {
                names.combinators.put(combinator, RuntimeNames.VECTOR);
            } else if (!combinator.isFunction()) {
                names.add(combinator, NameRules.className(combinator.name()));
            }
        }
        for (Combinator combinator : schema.combinators()) {
            if (combinator.isFunction()) {
                String plain = NameRules.className(combinator.name());
                names.add(combinator, names.isFree(plain) ? plain : plain + "Function");
            }
        }
        return names;
    }

    ClassName of(Combinator combinator) {
        return combinators.get(combinator);
    }

    /**
     * Names the interface over the constructors of a type.
     *
     * @param tlName the type
     * @param first one of its constructors
     * @throws SchemaException if the name is taken
     */
    ClassName ofType(String tlName, Combinator first) {
        String plain = NameRules.className(tlName);
        return claim(isFree(plain) ? plain : plain + "Type", first);
    }

    private void add(Combinator combinator, String name) {
        combinators.put(combinator, claim(name, combinator));
    }

    private ClassName claim(String name, Combinator combinator) {
        Combinator other = takenBy.putIfAbsent(key(name), combinator);
        if (other != null) {
            throw combinator.error("needs the Java name " + name + ", which " + other.name() + " (" + other.location()
                    + ") has already");
        }
        return ClassName.get(packageName, name);
    }

    /** Names that differ only in case would share a file on some systems. */
    private boolean isFree(String name) {
        return !takenBy.containsKey(key(name));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
