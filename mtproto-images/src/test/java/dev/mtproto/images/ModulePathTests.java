package dev.mtproto.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Asks jdeps whether the modules of the images have all that they use, each package once. */
class ModulePathTests {

    private static final Path MODULES = Image.BUILT.resolve("modules");
    private static final Path OPTIONAL = Image.BUILT.resolve("optional-modules");

    @Test
    void noDependencyIsMissing() throws IOException {
        List<String> ours = new ArrayList<>();
        try (Stream<Path> jars = Files.list(MODULES)) {
            jars.filter(jar -> jar.getFileName().toString().startsWith("mtproto-"))
                    .forEach(jar -> ours.add(jar.toString()));
        }
        assertFalse(ours.isEmpty());

        List<String> arguments = new ArrayList<>(List.of(
                "--module-path",
                MODULES + System.getProperty("path.separator") + OPTIONAL,
                "--add-modules",
                // what our modules use where it is present
                "jdk.incubator.vector,org.junit.jupiter.api,com.fasterxml.jackson.databind,org.jspecify",
                "--multi-release",
                "base",
                "-summary"));
        arguments.addAll(ours);
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        int status =
                ToolProvider.findFirst("jdeps").orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        writer.flush();

        assertEquals(0, status, printed::toString);
        List<String> complaints = printed.toString()
                .lines()
                // what others use where it is present is theirs to know
                .filter(line ->
                        line.startsWith("dev.mtproto.") && line.contains("not found") || line.contains("split package"))
                .toList();
        assertEquals(List.of(), complaints);
        assertTrue(printed.toString().contains("dev.mtproto.cli -> java.base"), printed::toString);
    }

    @Test
    void noPackageIsInTwoModules() {
        Map<String, Set<String>> owners = new TreeMap<>();
        for (ModuleReference module : ModuleFinder.compose(ModuleFinder.of(MODULES), ModuleFinder.ofSystem())
                .findAll()) {
            for (String name : module.descriptor().packages()) {
                owners.computeIfAbsent(name, key -> new TreeSet<>())
                        .add(module.descriptor().name());
            }
        }
        assertTrue(owners.containsKey("dev.mtproto.cli"));
        owners.values().removeIf(modules -> modules.size() == 1);
        assertEquals(Map.of(), owners);
    }
}
