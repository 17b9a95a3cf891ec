package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the names in a schema mean: its own constructors and types, and those of the schemas that it builds on. */
final class Catalog {

    private final Map<String, Constructor> constructors = new HashMap<>();
    private final Map<String, BoxedType> types = new HashMap<>();
    private final Map<Integer, Combinator> byId = new HashMap<>();

    /** What one schema adds: its functions and constructors, and its types by name. */
    record Part(List<Constructor> combinators, List<BoxedType> types) {}

    /**
     * Adds a schema. A line that is there already, with the same name and id, is left out.
     *
     * @param schema its lines
     * @param packageName where its classes are
     * @return what was added
     * @throws SchemaException if a name or id is there twice, or a type of another package would grow
     */
    Part add(Schema schema, String packageName) {
        Schema added = withoutKnown(schema);
        SchemaNames names = SchemaNames.of(added, packageName);
        List<Constructor> combinators = new ArrayList<>();
        Map<String, List<Constructor>> byType = new LinkedHashMap<>();
        for (Combinator combinator : added.combinators()) {
            claimId(combinator);
            Constructor constructor = new Constructor(combinator, names.of(combinator));
            combinators.add(constructor);
            if (!combinator.isFunction()) {
                claimName(constructor);
                if (makesType(combinator)) {
                    byType.computeIfAbsent(combinator.resultName(), key -> new ArrayList<>())
                            .add(constructor);
                }
            }
        }
        List<BoxedType> boxed = new ArrayList<>();
        byType.forEach((name, members) -> boxed.add(boxedType(name, members, names)));
        return new Part(List.copyOf(combinators), List.copyOf(boxed));
    }

    Constructor constructor(String name, Combinator user) {
        Constructor constructor = constructors.get(name);
        if (constructor == null) {
            throw user.error("the constructor " + name + " is not defined");
        }
        return constructor;
    }

    BoxedType type(String name, Combinator user) {
        BoxedType type = types.get(name);
        if (type == null) {
            throw user.error("the type " + name + " is not defined");
        }
        return type;
    }

    /** Returns the constructor that a bare use of a name means. */
    Constructor bare(String name, Combinator user) {
        if (!types.containsKey(name)) {
            return constructor(name, user);
        }
        List<Constructor> members = type(name, user).constructors();
        if (members.size() > 1) {
            throw user.error("the type " + name + " has several constructors, so it cannot be bare");
        }
        return members.get(0);
    }

    private Schema withoutKnown(Schema schema) {
        return new Schema(schema.combinators().stream()
                .filter(combinator -> {
                    Combinator known = byId.get(combinator.id());
                    return known == null || !known.name().equals(combinator.name());
                })
                .toList());
    }

    private void claimId(Combinator combinator) {
        Combinator other = byId.putIfAbsent(combinator.id(), combinator);
        if (other != null) {
            throw combinator.error(String.format(
                    "has the id %08x, which %s (%s) has already", combinator.id(), other.name(), other.location()));
        }
    }

    private void claimName(Constructor constructor) {
        Combinator combinator = constructor.combinator();
        Constructor other = constructors.putIfAbsent(combinator.name(), constructor);
        if (other != null) {
            throw combinator.error("is there already (" + other.combinator().location() + ")");
        }
    }

    private BoxedType boxedType(String name, List<Constructor> members, SchemaNames names) {
        ClassName javaName = members.size() == 1
                ? members.get(0).javaName()
                : names.ofType(name, members.get(0).combinator());
        BoxedType type = new BoxedType(name, List.copyOf(members), javaName);
        BoxedType other = types.putIfAbsent(name, type);
        if (other != null) {
            Combinator added = members.get(0).combinator();
            throw added.error("the type " + name + " belongs to the package "
                    + other.javaName().packageName() + " and cannot grow here");
        }
        return type;
    }

    /** {@code gzip_packed} makes an Object, which is any type; vectors are part of the runtime. */
    private static boolean makesType(Combinator combinator) {
        return !combinator.isVector() && !combinator.result().equals(new TlType.Base(BaseType.OBJECT));
    }
}
