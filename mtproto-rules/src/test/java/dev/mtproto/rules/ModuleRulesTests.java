package dev.mtproto.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the boundaries between the modules. */
class ModuleRulesTests {

    private static final String[] CRYPTOGRAPHY = {
        "javax.crypto..", "java.security..", "org.bouncycastle..", "com.amazon.corretto..", "sun.security.."
    };

    @Test
    void onlyTheCryptoModulesTouchCryptography() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.mtproto.crypto..", "dev.mtproto.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CRYPTOGRAPHY)
                .check(Built.main());
    }

    @Test
    void protocolCodeReadsNoClockAndStartsNoThread() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.mtproto.session..", "dev.mtproto.transport", "dev.mtproto.tl..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, java.util.Random.class)
                .check(Built.main());
    }

    @Test
    void everyModuleRequiresWhatTheDesignAllows() throws IOException {
        Map<String, Set<String>> allowed = Map.ofEntries(
                Map.entry("dev.mtproto.api", Set.of()),
                Map.entry("dev.mtproto.crypto", Set.of("dev.mtproto.api")),
                Map.entry("dev.mtproto.crypto.jdk", Set.of("dev.mtproto.crypto")),
                Map.entry(
                        "dev.mtproto.crypto.accp", Set.of("dev.mtproto.crypto", "com.amazon.corretto.crypto.provider")),
                Map.entry("dev.mtproto.crypto.bc", Set.of("dev.mtproto.crypto", "org.bouncycastle.fips.core")),
                Map.entry("dev.mtproto.tl", Set.of("dev.mtproto.api")),
                Map.entry("dev.mtproto.session", Set.of("dev.mtproto.crypto", "dev.mtproto.tl")),
                Map.entry("dev.mtproto.transport", Set.of("dev.mtproto.crypto")),
                Map.entry("dev.mtproto.client", Set.of("dev.mtproto.session", "dev.mtproto.transport")),
                Map.entry("dev.mtproto.testkit", Set.of("dev.mtproto.session", "dev.mtproto.transport")),
                Map.entry(
                        "dev.mtproto.cli",
                        Set.of(
                                "dev.mtproto.client",
                                "dev.mtproto.testkit",
                                "info.picocli",
                                "jdk.jfr",
                                "com.fasterxml.jackson.core")));
        Map<String, Set<String>> required = new TreeMap<>();
        for (Path module : Built.namedModules()) {
            ModuleDescriptor descriptor = descriptor(module);
            required.put(descriptor.name(), runTimeRequires(descriptor));
        }
        assertEquals(new TreeMap<>(allowed), required);
    }

    @Test
    void nothingAtRunTimeIsAnAutomaticModule() throws IOException {
        Set<String> automatic = new TreeSet<>();
        try (var jars = Files.list(Built.ROOT.resolve("mtproto-cli/target/lib"))) {
            ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
            Set<ModuleReference> modules = finder.findAll();
            assertFalse(modules.isEmpty(), "the command line's modules are there");
            for (ModuleReference reference : modules) {
                if (reference.descriptor().isAutomatic()) {
                    automatic.add(reference.descriptor().name());
                }
            }
        }
        assertEquals(Set.of(), automatic);
    }

    private static ModuleDescriptor descriptor(Path module) throws IOException {
        try (InputStream in = Files.newInputStream(module.resolve("target/classes/module-info.class"))) {
            return ModuleDescriptor.read(in);
        }
    }

    private static Set<String> runTimeRequires(ModuleDescriptor descriptor) {
        return descriptor.requires().stream()
                .filter(requires -> !requires.modifiers().contains(Modifier.STATIC))
                .map(Requires::name)
                .filter(name -> !name.startsWith("java."))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
