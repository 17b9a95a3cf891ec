package dev.mtproto.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds that the BOM lists what is published. */
class PublishingTests {

    private static final String PUBLISHED = "<maven.deploy.skip>false</maven.deploy.skip>";
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(mtproto-[^<]+)</artifactId>");

    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    /** Not libraries: the BOM itself, and the Maven plugin. */
    private static final Set<String> UNLISTED = Set.of("mtproto-bom", "mtproto-tl-codegen");

    @Test
    void theBomListsThePublishedModules() throws IOException {
        Set<String> published = new TreeSet<>();
        try (Stream<Path> folders = Files.list(Built.ROOT)) {
            for (Path pom : folders.map(folder -> folder.resolve("pom.xml"))
                    .filter(Files::exists)
                    .toList()) {
                if (Files.readString(pom).contains(PUBLISHED)) {
                    published.add(pom.getParent().getFileName().toString());
                }
            }
        }
        published.removeAll(UNLISTED);
        assertFalse(published.isEmpty());

        String bom = Files.readString(Built.ROOT.resolve("mtproto-bom/pom.xml"));
        Set<String> listed = ARTIFACT.matcher(bom.substring(bom.indexOf("<dependencyManagement>")))
                .results()
                .map(artifact -> artifact.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(published, listed);
    }

    @Test
    void theBomNamesOneVersionItsOwn() throws IOException {
        String bom = Files.readString(Built.ROOT.resolve("mtproto-bom/pom.xml"));
        Set<String> versions = VERSION.matcher(bom)
                .results()
                .map(version -> version.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(1, versions.size(), versions::toString);
        assertFalse(versions.contains("${project.version}"), "the published BOM would hold the property");
    }
}
