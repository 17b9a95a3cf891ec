package dev.mtproto.tl.codegen;

import java.util.OptionalInt;

/** The documentation of a record. */
final class RecordJavadoc {

    private RecordJavadoc() {}

    static String of(RecordModel model, Sizes sizes) {
        Combinator combinator = model.combinator();
        StringBuilder text = new StringBuilder();
        text.append(combinator.isFunction() ? "The function " : "The constructor ");
        text.append("{@code ").append(combinator.name()).append("}, id ");
        text.append(String.format("{@code %08x}.\n\n", combinator.id()));
        text.append("<pre>{@code ").append(combinator.text()).append("}</pre>\n");
        OptionalInt size = sizes.fixed(combinator);
        if (size.isPresent()) {
            text.append(String.format(
                    "%nIts size is always %d bytes, %d with the id.%n", size.getAsInt(), size.getAsInt() + 4));
        }
        if (!model.components().isEmpty() || !combinator.variables().isEmpty()) {
            text.append('\n');
        }
        for (Component component : model.components()) {
            text.append("@param ").append(component.name());
            text.append(" {@code ").append(component.field().text()).append("}\n");
        }
        for (String variable : combinator.variables()) {
            text.append("@param <").append(variable).append("> the type of the result\n");
        }
        return text.toString();
    }
}
