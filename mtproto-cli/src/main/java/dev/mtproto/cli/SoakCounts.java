package dev.mtproto.cli;

/**
 * What came of the calls of many clients.
 *
 * @param sent how many were made
 * @param answered how many got their answer
 * @param uncertain how many ended without one, which the caller was told, with how far they came
 * @param lost how many did not end, or were called never sent although the server ran them
 * @param twice how many the server ran more than once in its life
 * @param rerun how many it ran again after it had restarted and forgotten them: the protocol has them sent again
 * @param faults what the network did to packets
 * @param upsets how often a server restarted or closed connections, salts changed or a clock jumped
 */
record SoakCounts(
        long sent, long answered, long uncertain, long lost, long twice, long rerun, long faults, long upsets) {

    boolean isSound() {
        return lost == 0 && twice == 0 && answered > 0 && sent == answered + uncertain;
    }
}
