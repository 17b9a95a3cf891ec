package dev.mtproto.tl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.tl.schema.MtprotoSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Compares the generated classes with the schema, read here by other means than the generator's. */
class SchemaLinesTests {

    private static final Pattern LINE =
            Pattern.compile("^([A-Za-z][\\w.]*)(?:#([0-9a-f]{1,8}))? ((?!\\?|\\d\\*)[^;]*);.*");

    /** The ids that are known not to follow the rule; the top of the schema says why. */
    private static final Set<String> IRREGULAR = Set.of("73f1f8dc", "37982646", "4679b65f", "5a592a6c");

    private record Line(String name, String id, String rest) {

        String computedId() {
            String text = (name + " " + rest)
                    .replaceAll(" [a-z0-9_]+:flags[0-9]*\\.[0-9]+\\?true", "")
                    .replaceAll("[:?]bytes(?= )", "§string")
                    .replace("§string", ":string");
            String normal = restoreOptional(text).replace("<", " ").replaceAll("[>{}]", "");
            CRC32 crc = new CRC32();
            crc.update(normal.trim().getBytes(StandardCharsets.UTF_8));
            return String.format("%08x", crc.getValue());
        }

        /** An optional field of bytes keeps its condition. */
        private String restoreOptional(String text) {
            return text.replaceAll("(flags[0-9]*\\.[0-9]+):string", "$1?string");
        }

        int number() {
            return Integer.parseUnsignedInt(id, 16);
        }
    }

    private static List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        Path schema = Path.of(System.getProperty("mtproto.root"), "mtproto-tl/src/main/tl/mtproto.tl");
        for (String text : Files.readAllLines(schema)) {
            Matcher matcher = LINE.matcher(text);
            if (matcher.matches()) {
                Line line = new Line(matcher.group(1), "", matcher.group(3));
                String id = Optional.ofNullable(matcher.group(2)).orElseGet(line::computedId);
                lines.add(new Line(line.name(), id, line.rest()));
            }
        }
        return lines;
    }

    @Test
    void everyLineHasOneClassWithItsId() throws IOException {
        Map<Integer, Class<?>> byId = new HashMap<>();
        for (Class<?> type : GeneratedTypes.all()) {
            assertTrue(type.isRecord(), type + " is a record");
            assertEquals(null, byId.put(GeneratedTypes.id(type), type), "one class for the id of " + type);
        }
        byId.put(TlVector.ID, TlVector.class);
        List<Line> lines = lines();
        assertTrue(lines.size() > 90, "the schema was read");
        for (Line line : lines) {
            Class<?> type = byId.remove(line.number());
            assertTrue(type != null, line.name() + " has a class");
            String simple = line.name().replaceAll("[._]", "");
            assertTrue(
                    type.getSimpleName().equalsIgnoreCase(simple) || type == TlVector.class,
                    line.name() + " is not " + type);
        }
        assertEquals(Map.of(), byId, "classes without a line");
    }

    @Test
    void everyIdNamesItsLine() throws IOException {
        for (Line line : lines()) {
            assertEquals(Optional.of(line.name()), MtprotoSchema.INSTANCE.nameOf(line.number()));
        }
        assertEquals(Optional.empty(), MtprotoSchema.INSTANCE.nameOf(0x12345678));
    }

    @Test
    void idsFollowTheRuleButForTheKnownOnes() throws IOException {
        Set<String> irregular = lines().stream()
                .filter(line -> !line.computedId().equals(line.id()))
                .map(Line::id)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(IRREGULAR), irregular);
    }

    @Test
    void functionsAreThoseBehindTheMark() throws IOException {
        String source =
                Files.readString(Path.of(System.getProperty("mtproto.root"), "mtproto-tl/src/main/tl/mtproto.tl"));
        String functions = source.substring(source.indexOf("---functions---"));
        Set<String> declared = functions
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .collect(Collectors.toSet());
        Set<String> generated = GeneratedTypes.functions().stream()
                .map(type ->
                        MtprotoSchema.INSTANCE.nameOf(GeneratedTypes.id(type)).orElseThrow())
                .collect(Collectors.toSet());
        assertEquals(declared, generated);
    }
}
