package dev.mtproto.crypto;

/**
 * How one operation is done.
 *
 * @param operation what
 * @param algorithm the algorithm and its mode, such as {@code AES-256-CBC}
 * @param service what is called for it: a JCA type and algorithm, such as {@code Cipher AES/CBC/NoPadding}, or a class
 * @param module which module executes it, with its version
 * @param approved whether it is an approved service of a validated module that runs in approved-only mode
 * @param note where it is not approved the exact reason; else what has to be known, or empty
 */
public record ComplianceRow(
        CryptoOperation operation, String algorithm, String service, String module, boolean approved, String note) {

    /**
     * Checks that a reason is given.
     *
     * @throws IllegalArgumentException if the operation is not approved and there is no reason
     */
    public ComplianceRow {
        if (!approved && note.isBlank()) {
            throw new IllegalArgumentException(operation.id() + " is not approved: the reason is missing");
        }
    }
}
