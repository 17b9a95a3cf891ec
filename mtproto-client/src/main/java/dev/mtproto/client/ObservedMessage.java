package dev.mtproto.client;

import java.util.OptionalInt;

/**
 * A message that was sent or received. Holds nothing of what it said.
 *
 * @param direction which way it went
 * @param name the TL name, with what is inside: {@code invokeWithLayer(initConnection(help.getConfig))}; an id that no schema
 *     knows stands as 8 hexadecimal digits
 * @param msgId its id
 * @param seqNo its seq_no; empty in the key exchange, whose messages have none
 * @param length the length of its body, in bytes
 */
public record ObservedMessage(Direction direction, String name, long msgId, OptionalInt seqNo, int length) {}
