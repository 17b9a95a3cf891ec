package dev.mtproto.testkit;

/**
 * A message of a client that passed all checks.
 *
 * @param msgId its id
 * @param seqNo its seq_no; odd if it has to be acknowledged
 * @param body one TL object with its id
 */
record Incoming(long msgId, int seqNo, byte[] body) {

    boolean needsAck() {
        return (seqNo & 1) != 0;
    }
}
