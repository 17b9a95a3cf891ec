package dev.mtproto.tl.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the method of a record that writes its fields. */
final class WriteCode {

    private final RecordModel model;
    private final FieldCode code;
    private final String writer;

    WriteCode(Catalog catalog, Sizes sizes, RecordModel model) {
        this.model = model;
        NameAllocator names = model.names();
        this.writer = names.newName("writer");
        this.code = new FieldCode(catalog, sizes, model.combinator(), names);
    }

    MethodSpec writeBareTo() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("writeBareTo")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(RuntimeNames.WRITER, writer);
        for (Field field : model.combinator().fields()) {
            if (field.isFlags()) {
                method.addStatement("$N.writeInt($L)", writer, bits(field));
            } else if (!field.isFlag()) {
                method.addCode(field(model.component(field)));
            }
        }
        return method.build();
    }

    private CodeBlock bits(Field flags) {
        Map<Condition, List<Component>> conditional = model.conditional();
        CodeBlock bits = conditional.entrySet().stream()
                .filter(entry -> entry.getKey().flags().equals(flags.name()))
                .map(entry -> CodeBlock.of(
                        "($L ? 1 << $L : 0)",
                        ConstructorCode.presence(entry.getValue().get(0)),
                        entry.getKey().bit()))
                .collect(CodeBlock.joining("\n| "));
        return bits.isEmpty() ? CodeBlock.of("0") : bits;
    }

    private CodeBlock field(Component component) {
        Field field = component.field();
        CodeBlock.Builder block = CodeBlock.builder();
        if (!field.isOptional()) {
            return block.addStatement(code.write(field.type(), writer, CodeBlock.of("$N", component.name())))
                    .build();
        }
        return block.beginControlFlow("if ($N.isPresent())", component.name())
                .addStatement(code.write(field.type(), writer, CodeBlock.of("$N.get()", component.name())))
                .endControlFlow()
                .build();
    }
}
