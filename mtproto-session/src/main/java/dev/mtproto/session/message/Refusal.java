package dev.mtproto.session.message;

import dev.mtproto.api.Check;

/**
 * A packet or message that broke a rule. Nothing of it was used.
 *
 * @param check the rule; for counting and logs, never for the peer
 * @param reaction what has to follow
 * @param msgId the id of the refused message; 0 where the packet could not be read
 * @param seqNo its seq_no; 0 where the packet could not be read
 */
public record Refusal(Check check, Reaction reaction, long msgId, int seqNo) {}
