package dev.mtproto.testkit.rpc;

import java.util.Set;

/**
 * The functions that clients call first, to find out whether their key is logged in. It never is here, unless the caller's
 * handlers know better.
 */
final class NeedsLogin {

    private static final Set<Integer> IDS = Set.of(
            0x0d91a548, // users.getUsers
            0xb60f5918, // users.getFullUser
            0x6628562c, // account.updateStatus
            0x19c2f763, // updates.getDifference
            0xa0f4cb4f, // messages.getDialogs
            0x5dd69e12, // contacts.getContacts
            0xe5bfffcd); // auth.exportAuthorization

    private NeedsLogin() {}

    static boolean contains(int id) {
        return IDS.contains(id);
    }
}
