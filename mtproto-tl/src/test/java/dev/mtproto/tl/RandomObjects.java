package dev.mtproto.tl;

import dev.mtproto.tl.schema.BoolTrue;
import dev.mtproto.tl.schema.HelpGetConfig;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Makes random instances of any generated record, by reflection: nested, generic, with and without what is optional. */
final class RandomObjects {

    /** Lengths around the places where the encoding changes. */
    private static final int[] LENGTHS = {0, 1, 2, 3, 4, 5, 8, 31, 252, 253, 254, 255, 256, 257, 1000};

    private static final int DEEPEST = 5;

    private final Random random;

    RandomObjects(Random random) {
        this.random = random;
    }

    TlObject of(Class<?> type) {
        return of(type, 0);
    }

    private TlObject of(Class<?> type, int depth) {
        if (type == TlVector.class) {
            return new TlVector(list(TlObject.class, depth).stream()
                    .map(TlObject.class::cast)
                    .toList());
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] parameters =
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        while (true) {
            try {
                Object[] arguments = Stream.of(components)
                        .map(component -> value(component.getGenericType(), depth))
                        .toArray();
                return (TlObject) type.getConstructor(parameters).newInstance(arguments);
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof IllegalArgumentException)) {
                    throw new AssertionError(e);
                }
                // values that share a flag were not there together: draw again
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    private Object value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, depth);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == int.class || plain == Integer.class) {
            return random.nextInt(4) == 0 ? random.nextInt(3) - 1 : random.nextInt();
        } else if (plain == long.class || plain == Long.class) {
            return random.nextLong();
        } else if (plain == double.class || plain == Double.class) {
            return Double.longBitsToDouble(random.nextLong());
        } else if (plain == boolean.class || plain == Boolean.class) {
            return random.nextBoolean();
        } else if (plain == String.class) {
            return string();
        } else if (plain == Int128.class) {
            return Int128.of(bytes(16));
        } else if (plain == Int256.class) {
            return Int256.of(bytes(32));
        } else if (plain == TlBytes.class) {
            return TlBytes.of(bytes(length()));
        } else if (plain == TlObject.class) {
            return depth > DEEPEST ? new BoolTrue() : of(anyType(), depth + 1);
        }
        return of(leaf(plain, depth), depth + 1);
    }

    private Object generic(ParameterizedType type, int depth) {
        Type argument = type.getActualTypeArguments()[0];
        if (type.getRawType() == TlFunction.class) {
            return depth > DEEPEST ? new HelpGetConfig() : of(one(GeneratedTypes.functions()), depth + 1);
        } else if (type.getRawType() == Optional.class) {
            boolean there = depth <= DEEPEST && random.nextBoolean();
            return there ? Optional.of(value(argument, depth)) : Optional.empty();
        }
        return list(argument, depth);
    }

    private List<Object> list(Type element, int depth) {
        List<Object> elements = new ArrayList<>();
        int count = depth > DEEPEST ? 0 : random.nextInt(4);
        for (int i = 0; i < count; i++) {
            elements.add(value(element, depth));
        }
        return elements;
    }

    private Class<?> leaf(Class<?> type, int depth) {
        List<Class<?>> leaves = GeneratedTypes.leaves(type).toList();
        return depth <= DEEPEST
                ? one(leaves)
                : leaves.stream()
                        .min(Comparator.comparing(leaf -> leaf.getRecordComponents().length))
                        .orElseThrow();
    }

    private Class<?> anyType() {
        return random.nextInt(20) == 0 ? TlVector.class : one(GeneratedTypes.all());
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private int length() {
        return random.nextBoolean() ? random.nextInt(20) : LENGTHS[random.nextInt(LENGTHS.length)];
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String string() {
        return random.ints(length(), 0, Character.MAX_CODE_POINT + 1)
                .map(code -> random.nextInt(4) > 0 ? code & 0x7f : code)
                .filter(code -> code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
