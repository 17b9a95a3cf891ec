package dev.mtproto.tl.codegen;

import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** How TL names become Java names. */
final class NameRules {

    /** Methods that a record has already, without parameters. */
    private static final Set<String> TAKEN = Set.of(
            "builder",
            "clone",
            "constructorId",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    private static final Pattern SEPARATOR = Pattern.compile("[._]+");

    private NameRules() {}

    /** {@code help.getConfig} becomes HelpGetConfig, {@code p_q_inner_data} becomes PQInnerData. */
    static String className(String tlName) {
        StringBuilder name = new StringBuilder();
        for (String part : SEPARATOR.split(tlName, -1)) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part, 1, part.length());
            }
        }
        return safe(name.toString());
    }

    /** {@code server_nonce} becomes serverNonce, {@code static} becomes static_. */
    static String componentName(String tlName) {
        String name = className(tlName);
        String lower = name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return TAKEN.contains(lower) ? lower + "_" : safe(lower);
    }

    private static String safe(String name) {
        boolean legal = SourceVersion.isName(name, SourceVersion.RELEASE_17) && !name.equals("record");
        if (legal) {
            return name;
        }
        return !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0)) ? name + "_" : "_" + name;
    }
}
