package dev.mtproto.tl.codegen;

import com.palantir.javapoet.JavaFile;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/** Generates Java records from TL schemas and adds them to the sources of the project. */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyResolution = ResolutionScope.COMPILE,
        threadSafe = true)
public final class GenerateMojo extends AbstractMojo {

    /** The schema files, read in order as one schema. */
    @Parameter(required = true)
    private List<File> schemaFiles = List.of();

    /** The schemas that these build on, each with the package that holds its classes. */
    @Parameter
    private List<DependencySchema> dependencySchemas = List.of();

    /** The package of the generated classes. */
    @Parameter(required = true)
    private String packageName = "";

    /** What the names of the schema class and of the root interfaces start with: Api gives ApiSchema, ApiObject, ApiFunction. */
    @Parameter(required = true)
    private String rootName = "";

    /** Where the source files go. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/tl")
    private File outputDirectory = new File("");

    /** Whether an id that does not follow from its line fails the build; otherwise it is a warning. */
    @Parameter(defaultValue = "false")
    private boolean strict;

    /** Ids, in hexadecimal, that are known not to follow from their lines. */
    @Parameter
    private List<String> irregularIds = List.of();

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project = new MavenProject();

    /** Makes the goal, for Maven. */
    public GenerateMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            SchemaFiles files = new SchemaFiles(dependencies());
            Generator generator = new Generator(packageName, rootName);
            for (DependencySchema dependency : dependencySchemas) {
                generator.dependency(files.parse(dependency), dependency.packageName());
            }
            Schema schema = SchemaFiles.parse(schemaFiles);
            checkIds(schema);
            List<JavaFile> sources = generator.generate(schema);
            int changes = new OutputFolder(outputDirectory.toPath()).write(packageName, sources);
            getLog().info(sources.size() + " files in " + packageName + (changes == 0 ? ", all up to date" : ""));
        } catch (SchemaException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read a schema or write sources: " + e, e);
        }
        project.addCompileSourceRoot(outputDirectory.getPath());
    }

    private List<File> dependencies() {
        return project.getArtifacts().stream()
                .map(Artifact::getFile)
                .filter(Objects::nonNull)
                .toList();
    }

    private void checkIds(Schema schema) throws MojoFailureException {
        Set<Integer> known = irregularIds.stream()
                .map(id -> Integer.parseUnsignedInt(id.trim(), 16))
                .collect(Collectors.toSet());
        List<String> mismatches = IdCheck.mismatches(schema, known);
        if (strict && !mismatches.isEmpty()) {
            throw new MojoFailureException(String.join(System.lineSeparator(), mismatches));
        }
        mismatches.forEach(getLog()::warn);
    }
}
