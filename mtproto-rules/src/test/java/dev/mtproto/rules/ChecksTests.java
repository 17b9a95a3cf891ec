package dev.mtproto.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import dev.mtproto.api.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds that every numbered check in force has a test that carries its number, and writes {@code docs/checks.md}. */
class ChecksTests {

    private static final Path PAGE = Built.ROOT.resolve("docs/checks.md");
    private static final Pattern NUMBER = Pattern.compile("[THSMRPD]\\d{1,2}");

    private final Map<Check, Set<String>> enforced = new EnumMap<>(Check.class);
    private final Map<Check, Set<String>> tested = new EnumMap<>(Check.class);

    ChecksTests() {
        for (JavaClass type : Built.main()) {
            members(type).forEach(place -> enforcedBy(place)
                    .forEach(check -> enforced.computeIfAbsent(check, c -> new TreeSet<>())
                            .add(name(type, place))));
        }
        for (JavaClass type : Built.tests()) {
            members(type)
                    .forEach(place -> tags(place).forEach(check -> tested.computeIfAbsent(check, c -> new TreeSet<>())
                            .add(name(type, place))));
        }
    }

    @Test
    void checksOfTheKeyExchangeAndOfMessagesAreInForce() {
        Set<Check> missing = Stream.of(Check.values())
                .filter(check -> "HSM".indexOf(check.name().charAt(0)) >= 0)
                .filter(check -> !enforced.containsKey(check))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));
        assertEquals(Set.of(), missing, "checks that nothing enforces (@Enforces)");
    }

    @Test
    void everyCheckInForceHasATest() {
        Set<Check> missing = EnumSet.noneOf(Check.class);
        missing.addAll(enforced.keySet());
        missing.removeAll(tested.keySet());
        assertEquals(Set.of(), missing, "checks in force without a test that carries their number (@Tag)");
    }

    @Test
    void thePageOfChecksIsWritten() throws IOException {
        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, page());
        assertTrue(Files.readString(PAGE).contains("| H9 |"), PAGE + " lists the checks");
    }

    private String page() {
        StringBuilder page = new StringBuilder("# Numbered checks\n\n")
                .append("Written by the build from `@Enforces` in the code and `@Tag` in the tests; do not edit.\n")
                .append("A check in force without a test fails the build.\n\n")
                .append(
                        "Letters: T transport, H key exchange (client), S key exchange (server), M encrypted messages, ")
                .append("R reactions to service messages, P forward secrecy and keys at rest, D denial of service.\n\n")
                .append("| no | guards | enforced in | tests |\n|---|---|---|---|\n");
        for (Check check : Check.values()) {
            if (enforced.containsKey(check)) {
                page.append("| ").append(check).append(" | ").append(check.guards());
                page.append(" | ").append(list(enforced.get(check)));
                page.append(" | ")
                        .append(list(tested.getOrDefault(check, Set.of())))
                        .append(" |\n");
            }
        }
        String later = Stream.of(Check.values())
                .filter(check -> !enforced.containsKey(check))
                .map(Check::name)
                .collect(Collectors.joining(", "));
        if (!later.isEmpty()) {
            page.append("\nNot in force yet: ").append(later).append(".\n");
        }
        return page.toString();
    }

    private static String list(Set<String> places) {
        return places.stream().map(place -> "`" + place + "`").collect(Collectors.joining("<br>"));
    }

    private static Stream<HasAnnotations<?>> members(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getMembers().stream());
    }

    private static String name(JavaClass type, HasAnnotations<?> place) {
        String simple =
                type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        if (place instanceof JavaMember member) {
            return simple + (member.getName().equals("<init>") ? "" : "." + member.getName());
        }
        return simple;
    }

    private static List<Check> enforcedBy(HasAnnotations<?> place) {
        return place.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().getName().equals("dev.mtproto.api.Enforces"))
                .flatMap(annotation ->
                        Stream.of((JavaEnumConstant[]) annotation.get("value").orElseThrow()))
                .map(constant -> Check.valueOf(constant.name()))
                .toList();
    }

    private static List<Check> tags(HasAnnotations<?> place) {
        return place.getAnnotations().stream()
                .flatMap(ChecksTests::tagValues)
                .filter(value -> NUMBER.matcher(value).matches())
                .map(Check::valueOf)
                .toList();
    }

    private static Stream<String> tagValues(JavaAnnotation<?> annotation) {
        String type = annotation.getRawType().getName();
        if (type.equals("org.junit.jupiter.api.Tag") || type.equals("net.jqwik.api.Tag")) {
            return Stream.of((String) annotation.get("value").orElseThrow());
        }
        if (type.equals("org.junit.jupiter.api.Tags") || type.equals("net.jqwik.api.Tag$TagList")) {
            return Stream.of((JavaAnnotation<?>[]) annotation.get("value").orElseThrow())
                    .flatMap(ChecksTests::tagValues);
        }
        return Stream.empty();
    }
}
