package dev.mtproto.tl.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the methods of a record that read it, and the result of a function. */
final class ReadCode {

    private final RecordModel model;
    private final NameAllocator names;
    private final FieldCode code;
    private final String reader;

    ReadCode(Catalog catalog, Sizes sizes, RecordModel model) {
        this.model = model;
        this.names = model.names();
        this.reader = names.newName("reader");
        this.code = new FieldCode(catalog, sizes, model.combinator(), names);
    }

    MethodSpec read() {
        return method("read", "Reads the id, then the fields.", "the id")
                .addStatement("$N.expectConstructorId(ID)", reader)
                .addStatement("return readBare($N)", reader)
                .build();
    }

    MethodSpec readBare() {
        MethodSpec.Builder method = method("readBare", "Reads the fields alone.", "the first field");
        if (model.combinator().fields().isEmpty()) {
            return method.addStatement("return new $T()", model.className()).build();
        }
        String outer = names.newName("outer");
        method.addStatement("int $N = $N.enter(ID)", outer, reader);
        Map<String, String> locals = new HashMap<>();
        for (Field field : model.combinator().fields()) {
            if (field.isFlags()) {
                method.addStatement(flags(field, locals));
            } else {
                method.addStatement(local(model.component(field), locals));
            }
        }
        String arguments = model.components().stream().map(Component::name).collect(Collectors.joining(", "));
        method.addStatement("$N.leave($N)", reader, outer);
        String diamond = model.variables().isEmpty() ? "" : "<>";
        return method.addStatement("return new $T$L($L)", model.className(), diamond, arguments)
                .build();
    }

    /** Writes the method that reads what a function returns. */
    MethodSpec readResult(TypeName resultType) {
        return MethodSpec.methodBuilder("readResult")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(resultType)
                .addParameter(RuntimeNames.READER, reader)
                .addStatement("return $L", result())
                .build();
    }

    private CodeBlock result() {
        if (!(model.combinator().result() instanceof TlType.Variable variable)) {
            return code.read(model.combinator().result(), reader);
        }
        Component query = model.components().stream()
                .filter(component -> component.field().type().equals(new TlType.Function(variable.name())))
                .filter(component -> !component.field().isOptional())
                .findFirst()
                .orElseThrow();
        return CodeBlock.of("$N.readResult($N)", query.name(), reader);
    }

    /** Reads a field of flags, into a local variable if another field depends on it. */
    private CodeBlock flags(Field field, Map<String, String> locals) {
        boolean used = model.conditional().keySet().stream()
                .anyMatch(condition -> condition.flags().equals(field.name()));
        if (!used) {
            return CodeBlock.of("$N.readInt()", reader);
        }
        String local = names.newName(NameRules.componentName(field.name()));
        locals.put(field.name(), local);
        return CodeBlock.of("int $N = $N.readInt()", local, reader);
    }

    private CodeBlock local(Component component, Map<String, String> flags) {
        Field field = component.field();
        if (field.condition().isEmpty()) {
            return CodeBlock.of("$T $N = $L", wild(component), component.name(), code.read(field.type(), reader));
        }
        Condition condition = field.condition().get();
        CodeBlock bit = CodeBlock.of("($N & 1 << $L) != 0", flags.get(condition.flags()), condition.bit());
        if (field.isFlag()) {
            return CodeBlock.of("boolean $N = $L", component.name(), bit);
        }
        return CodeBlock.of(
                "$T $N = $L ? $T.of($L) : $T.empty()",
                wild(component),
                component.name(),
                bit,
                Optional.class,
                code.read(field.type(), reader),
                Optional.class);
    }

    /** Functions come off the wire with a result that is not known. */
    private static TypeName wild(Component component) {
        if (component.field().type() instanceof TlType.Function) {
            return ParameterizedTypeName.get(RuntimeNames.FUNCTION, WildcardTypeName.subtypeOf(Object.class));
        }
        return component.type();
    }

    private MethodSpec.Builder method(String name, String summary, String place) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("$L\n\n@param $N placed at $L\n", summary, reader, place)
                .addJavadoc("@throws $T if the bytes are no such object\n", RuntimeNames.TL_EXCEPTION)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(model.wildType())
                .addParameter(RuntimeNames.READER, reader);
    }
}
