package dev.mtproto.tl.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record to write.
 *
 * @param constructor the constructor or function that it stands for
 * @param components its components
 */
record RecordModel(Constructor constructor, List<Component> components) {

    Combinator combinator() {
        return constructor.combinator();
    }

    ClassName className() {
        return constructor.javaName();
    }

    List<TypeVariableName> variables() {
        return RecordGenerator.variables(combinator());
    }

    /** Returns the record's type, with its variables. */
    TypeName type() {
        return withArguments(className(), variables());
    }

    /** Returns the record's type as it comes off the wire, where what a variable stands for is not known. */
    TypeName wildType() {
        return withArguments(
                className(),
                variables().stream()
                        .map(variable -> WildcardTypeName.subtypeOf(Object.class))
                        .toList());
    }

    Component component(Field field) {
        return components.stream()
                .filter(component -> component.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the components that share a bit, by bit, in order. */
    Map<Condition, List<Component>> conditional() {
        Map<Condition, List<Component>> groups = new LinkedHashMap<>();
        for (Component component : components) {
            component
                    .field()
                    .condition()
                    .ifPresent(condition ->
                            groups.merge(condition, List.of(component), (a, b) -> java.util.stream.Stream.concat(
                                            a.stream(), b.stream())
                                    .toList()));
        }
        return groups;
    }

    /** Returns an allocator that knows the components. */
    NameAllocator names() {
        NameAllocator names = new NameAllocator();
        components.forEach(component -> names.newName(component.name(), component));
        return names;
    }

    static TypeName withArguments(ClassName name, List<? extends TypeName> arguments) {
        return arguments.isEmpty() ? name : ParameterizedTypeName.get(name, arguments.toArray(TypeName[]::new));
    }
}
