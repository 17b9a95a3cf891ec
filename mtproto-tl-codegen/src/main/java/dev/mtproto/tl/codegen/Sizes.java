package dev.mtproto.tl.codegen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** How many bytes values take at least, and exactly where that is fixed. */
final class Sizes {

    /** Larger than any size, small enough to add a few. */
    private static final int NONE = 1 << 24;

    private final Catalog catalog;
    private final Map<String, Integer> bareSizes = new HashMap<>();

    Sizes(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Returns the least number of bytes that a value of a type takes.
     *
     * @param type the type
     * @param user the line that uses it, for errors
     */
    int minimum(TlType type, Combinator user) {
        if (type instanceof TlType.Base base) {
            return base.base().minimalSize();
        } else if (type instanceof TlType.Vector vector) {
            return vector.bare() ? 4 : 8;
        } else if (type instanceof TlType.Named named) {
            return named.bare() ? bare(catalog.bare(named.name(), user).combinator()) : boxed(named.name(), user);
        }
        return type instanceof TlType.Flag ? 0 : 4;
    }

    /**
     * Computes the sizes of constructors from each other until they no longer shrink.
     *
     * @throws SchemaException if one cannot end, as it holds another of itself
     */
    void settle(List<Constructor> constructors) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Constructor constructor : constructors) {
                Combinator combinator = constructor.combinator();
                int sum = combinator.fields().stream()
                        .filter(field -> field.condition().isEmpty())
                        .mapToInt(field -> minimum(field.type(), combinator))
                        .reduce(0, (a, b) -> Math.min(NONE, a + b));
                Integer before = bareSizes.put(combinator.name(), sum);
                changed |= before == null || before != sum;
            }
        }
        for (Constructor constructor : constructors) {
            if (bare(constructor.combinator()) == NONE) {
                throw constructor.combinator().error("always holds another value of its own type, without an end");
            }
        }
    }

    /** Returns the number of bytes that the fields take, if every value takes as many. */
    OptionalInt fixed(Combinator combinator) {
        return fixed(combinator, new HashSet<>());
    }

    private int bare(Combinator combinator) {
        return bareSizes.getOrDefault(combinator.name(), NONE);
    }

    private int boxed(String name, Combinator user) {
        return catalog.type(name, user).constructors().stream()
                .mapToInt(constructor -> Math.min(NONE, 4 + bare(constructor.combinator())))
                .min()
                .orElse(NONE);
    }

    private OptionalInt fixed(Combinator combinator, Set<String> seen) {
        if (!seen.add(combinator.name())) {
            return OptionalInt.empty();
        }
        int sum = 0;
        for (Field field : combinator.fields()) {
            OptionalInt size = field.isOptional() ? OptionalInt.empty() : fixed(field.type(), combinator, seen);
            if (size.isEmpty()) {
                return size;
            }
            sum += size.getAsInt();
        }
        seen.remove(combinator.name());
        return OptionalInt.of(sum);
    }

    private OptionalInt fixed(TlType type, Combinator user, Set<String> seen) {
        if (type instanceof TlType.Base base && base.base().isFixed()) {
            return OptionalInt.of(base.base().minimalSize());
        } else if (type instanceof TlType.Flag || type instanceof TlType.Flags) {
            return OptionalInt.of(minimum(type, user));
        } else if (type instanceof TlType.Named named && named.bare()) {
            return fixed(catalog.bare(named.name(), user).combinator(), seen);
        } else if (type instanceof TlType.Named named) {
            List<Constructor> members = catalog.type(named.name(), user).constructors();
            OptionalInt size = fixed(members.get(0).combinator(), seen);
            return members.size() == 1 && size.isPresent() ? OptionalInt.of(4 + size.getAsInt()) : OptionalInt.empty();
        }
        return OptionalInt.empty();
    }
}
