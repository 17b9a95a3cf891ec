package dev.mtproto.bench.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was measured: of each case the lowest figure of all passes, as a disturbance can only add to it. */
final class Figures {

    /** The participant that the others are compared with. */
    static final String LIMIT = "C";

    static final List<String> OPERATIONS = List.of("ige_enc", "ige_dec", "pack", "unpack");
    static final List<Integer> SIZES = List.of(64, 1024, 65536, 1048576);

    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":(?:\"([^\"]*)\"|([-0-9.eE]+))");
    private static final List<String> ORDER = List.of(LIMIT, "JDK 25, vectors", "JDK 25", "JDK 17, vectors", "JDK 17");

    private record Case(String who, String operation, int size) {}

    private final Map<Case, Double> nanos = new LinkedHashMap<>();

    /** Reads lines of JSON objects with the fields who, op, size and ns. */
    Figures(List<String> lines) {
        for (String line : lines) {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher matcher = FIELD.matcher(line);
            while (matcher.find()) {
                fields.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
            }
            int size = nearest((int) Double.parseDouble(fields.getOrDefault("size", "0")));
            Case key = new Case(fields.getOrDefault("who", ""), fields.getOrDefault("op", ""), size);
            nanos.merge(key, Double.valueOf(fields.getOrDefault("ns", "NaN")), Math::min);
        }
    }

    /** One peer takes bodies up to a little less than 1 MiB. */
    private static int nearest(int size) {
        return size > 1_000_000 ? 1048576 : size;
    }

    /** Returns who took part: the limit, this project on each JDK, the others. */
    List<String> participants() {
        List<String> found = new ArrayList<>(ORDER);
        nanos.keySet().stream().map(Case::who).distinct().sorted().forEach(who -> {
            if (!found.contains(who)) {
                found.add(who);
            }
        });
        found.removeIf(who -> nanos.keySet().stream().noneMatch(key -> key.who().equals(who)));
        return found;
    }

    /** Returns the nanoseconds of a case. */
    OptionalDouble nanos(String who, String operation, int size) {
        Double value = nanos.get(new Case(who, operation, size));
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Returns the time of a case as a multiple of the limit's. */
    OptionalDouble ratio(String who, String operation, int size) {
        OptionalDouble limit = nanos(LIMIT, operation, size);
        OptionalDouble own = nanos(who, operation, size);
        return limit.isEmpty() || own.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(own.getAsDouble() / limit.getAsDouble());
    }

    static String title(String operation) {
        return switch (operation) {
            case "ige_enc" -> "IGE encrypt";
            case "ige_dec" -> "IGE decrypt";
            default -> operation;
        };
    }

    static String title(int size) {
        return size < 1024 ? size + " B" : size < 1048576 ? size / 1024 + " KiB" : size / 1048576 + " MiB";
    }
}
