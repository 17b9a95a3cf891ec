package dev.mtproto.tl.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the compact constructor of a record: nulls refused, lists copied, shared bits checked. */
final class ConstructorCode {

    private final RecordModel model;
    private final FieldCode code;
    private final NameAllocator names;

    ConstructorCode(Catalog catalog, Sizes sizes, RecordModel model) {
        this.model = model;
        this.names = model.names();
        this.code = new FieldCode(catalog, sizes, model.combinator(), names);
    }

    /** Returns the constructor, where it has anything to do. */
    Optional<MethodSpec> compactConstructor() {
        CodeBlock.Builder body = CodeBlock.builder();
        model.components().forEach(component -> body.add(statement(component)));
        model.conditional().values().stream()
                .filter(group -> group.size() > 1)
                .forEach(group -> body.add(sharedBit(group)));
        if (body.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(MethodSpec.compactConstructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Checks the values and copies the lists.\n")
                .addCode(body.build())
                .build());
    }

    private CodeBlock statement(Component component) {
        CodeBlock.Builder statement = CodeBlock.builder();
        boolean vector = component.field().type() instanceof TlType.Vector;
        CodeBlock name = CodeBlock.of("$N", component.name());
        if (vector && component.field().isOptional()) {
            String list = names.newName("list");
            CodeBlock copy = code.copy(component.field().type(), CodeBlock.of("$N", list));
            statement.addStatement("$N = $N.map($N -> $L)", component.name(), component.name(), list, copy);
        } else if (vector) {
            statement.addStatement(
                    "$N = $L", component.name(), code.copy(component.field().type(), name));
        } else if (!component.type().isPrimitive()) {
            statement.addStatement("$T.requireNonNull($N, $S)", Objects.class, component.name(), component.name());
        }
        return statement.build();
    }

    private static CodeBlock sharedBit(List<Component> group) {
        CodeBlock first = presence(group.get(0));
        CodeBlock differs = group.stream()
                .skip(1)
                .map(other -> CodeBlock.of("$L != $L", presence(other), first))
                .collect(CodeBlock.joining(" || "));
        String all = group.stream().map(Component::name).collect(Collectors.joining(", "));
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", differs)
                .addStatement(
                        "throw new $T($S)",
                        IllegalArgumentException.class,
                        "these are there together or not at all: " + all)
                .endControlFlow()
                .build();
    }

    /** Returns an expression that says whether the bit of a component is set. */
    static CodeBlock presence(Component component) {
        return component.field().isFlag()
                ? CodeBlock.of("$N", component.name())
                : CodeBlock.of("$N.isPresent()", component.name());
    }
}
