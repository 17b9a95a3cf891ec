package dev.mtproto.tl.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares the ids that a schema gives with those that the rule gives. */
final class IdCheck {

    private IdCheck() {}

    /**
     * Returns one line for each id that does not follow the rule.
     *
     * @param schema the schema
     * @param exceptions the ids that are known not to
     */
    static List<String> mismatches(Schema schema, Set<Integer> exceptions) {
        List<String> found = new ArrayList<>();
        for (Combinator combinator : schema.combinators()) {
            int computed = IdRule.idOf(combinator.text());
            if (combinator.id() != computed && !exceptions.contains(combinator.id())) {
                found.add(String.format(
                        "%s: %s has the id %08x, but its text gives %08x",
                        combinator.location(), combinator.name(), combinator.id(), computed));
            }
        }
        return found;
    }
}
