package dev.mtproto.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds that the image {@code fips} runs the module as its vendor signed it. */
class FipsImageTests {

    private static final Image FIPS = new Image("fips");
    private static final String CHECKSUM = "META-INF/HMAC.SHA256";
    private static final String ALTERED = "org/bouncycastle/crypto/fips/FipsAES.class";

    @TempDir
    Path folder;

    @Test
    void theJarIsTheVendorsByteForByte() throws IOException {
        assertEquals(-1, Files.mismatch(jar(FIPS.folder().resolve("mods")), jar(Image.BUILT.resolve("modules"))));
    }

    @Test
    void everyEntryOfTheJarIsSigned() throws IOException {
        int signed = 0;
        try (JarFile jar = new JarFile(jar(FIPS.folder().resolve("mods")).toFile(), true)) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                // throws SecurityException if the content is not what was signed
                read(jar, entry);
                if (!entry.isDirectory() && entry.getName().endsWith(".class")) {
                    assertNotNull(entry.getCodeSigners(), entry.getName());
                    signed++;
                }
            }
        }
        assertTrue(signed > 0);
    }

    @Test
    void theModuleIsReadyApprovedOnlyAndHasItsChecksum() throws Exception {
        String checksum;
        try (JarFile jar = new JarFile(jar(FIPS.folder().resolve("mods")).toFile())) {
            checksum = new String(read(jar, jar.getJarEntry(CHECKSUM)), StandardCharsets.US_ASCII).strip();
        }
        Image.Run run = probe(FIPS.folder().resolve("mods"));
        assertEquals(0, run.status(), run::err);
        assertEquals(
                List.of("ready=true", "approved_only=true", "hmac=" + checksum),
                run.out().lines().toList());
    }

    @Test
    void anAlteredModuleDoesNotStart() throws Exception {
        Path altered = Files.createDirectory(folder.resolve("altered"));
        Path original = jar(FIPS.folder().resolve("mods"));
        alter(original, altered.resolve(original.getFileName()));
        Image.Run run = probe(altered);
        assertNotEquals(0, run.status());
        assertTrue(run.err().contains("Module checksum failed"), run::err);
    }

    /** Runs {@link FipsProbe} on the image's Java with the module of this folder. */
    private static Image.Run probe(Path mods) throws Exception {
        String classes = Path.of(FipsProbe.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        return FIPS.java(
                "--module-path",
                jar(mods).toString(),
                "--add-modules",
                "org.bouncycastle.fips.core",
                "-Dorg.bouncycastle.fips.approved_only=true",
                "-cp",
                classes,
                FipsProbe.class.getName());
    }

    /** Copies a jar without its signature, and one of its classes with a byte more. */
    private static void alter(Path from, Path to) throws IOException {
        try (JarFile jar = new JarFile(from.toFile(), false);
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith("META-INF/BC")) {
                    continue;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(read(jar, entry));
                if (entry.getName().equals(ALTERED)) {
                    out.write(0);
                }
            }
        }
    }

    private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static Path jar(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("bc-fips-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
