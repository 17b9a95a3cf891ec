package dev.mtproto.session.exchange;

import dev.mtproto.api.Check;
import dev.mtproto.api.Enforces;
import dev.mtproto.api.KeyExchangeException;
import dev.mtproto.api.PacketBuffer;
import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.RandomSource;
import dev.mtproto.tl.TlObject;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The client's key exchange on whole packets: what a connection sends and receives until it has a key.
 *
 * <p>After {@link #start} or {@link Step#SEND} the packet in {@code out} is to be sent. Every failure erases the secrets and
 * ends this object; the connection has to be closed, and a new attempt needs a new object. Not safe for use by several
 * threads.
 */
public final class ClientKeyExchange implements AutoCloseable {

    /** What a received packet led to. */
    public enum Step {
        /** The next query is in {@code out}. */
        SEND,
        /** The packet repeats the answer before it and changes nothing. */
        IGNORED,
        /** The key is made; see {@link #result}. */
        DONE
    }

    /** Takes the answer to the current query. */
    private interface Expectation {
        Step receive(PlainMessage answer, PacketBuffer out);
    }

    private static final int CONTROL_LENGTH = 4;

    private final ClientAttempt attempt;
    private final InstantSource clock;
    private final LongSupplier messageIds;
    private @Nullable Expectation expectation;
    private @Nullable TlObject query;
    private byte @Nullable [] lastAnswer;
    private @Nullable ExchangeResult result;

    /**
     * Prepares an exchange.
     *
     * @param request what is asked for
     * @param crypto the primitives
     * @param random where nonces, keys and paddings come from; {@link Crypto#random} but for tests
     * @param clock the local clock, for message_ids and the time offset
     */
    public ClientKeyExchange(ExchangeRequest request, Crypto crypto, RandomSource random, InstantSource clock) {
        this(request, crypto, random, clock, InnerForm.WITH_DC, new MessageIds(clock, MessageIds.CLIENT));
    }

    ClientKeyExchange(
            ExchangeRequest request,
            Crypto crypto,
            RandomSource random,
            InstantSource clock,
            InnerForm form,
            LongSupplier messageIds) {
        attempt = new ClientAttempt(request, crypto, random, form);
        this.clock = clock;
        this.messageIds = messageIds;
        AwaitingResPQ first = new AwaitingResPQ(attempt);
        query = first.query();
        expectation = (answer, out) -> resPq(first, answer, out);
    }

    /**
     * Writes the first query.
     *
     * @param out receives the packet
     */
    public void start(PacketBuffer out) {
        resend(out);
    }

    /**
     * Writes the current query once more, under a new message_id, for a connection that has lost it.
     *
     * @param out receives the packet
     * @throws IllegalStateException if the exchange is over
     */
    public void resend(PacketBuffer out) {
        if (query == null) {
            throw new IllegalStateException("the key exchange is over");
        }
        PlainMessage.write(query, messageIds.getAsLong(), out);
    }

    /**
     * Takes a packet of the server.
     *
     * @param packet the array
     * @param offset the index of its first byte
     * @param length its length, in bytes; a packet of 4 bytes is a transport error
     * @param out receives the next packet to send
     * @return what is to be done
     * @throws KeyExchangeException if the packet breaks a rule or is a refusal; the secrets are erased
     * @throws IllegalStateException if the exchange is over
     */
    public Step receive(byte[] packet, int offset, int length, PacketBuffer out) {
        if (expectation == null) {
            throw new IllegalStateException("the key exchange is over");
        }
        boolean held = false;
        try {
            Step step = accept(packet, offset, length, out, expectation);
            held = true;
            return step;
        } finally {
            if (!held) {
                close();
            }
        }
    }

    @Enforces({Check.H4, Check.H22})
    private Step accept(byte[] packet, int offset, int length, PacketBuffer out, Expectation expected) {
        if (length == CONTROL_LENGTH) {
            throw transportFailure(PlainMessage.control(packet, offset));
        }
        PlainMessage answer = PlainMessage.read(packet, offset, length);
        if (lastAnswer != null && repeats(answer, lastAnswer)) {
            return Step.IGNORED;
        }
        Step step = expected.receive(answer, out);
        lastAnswer = Arrays.copyOfRange(packet, answer.offset(), answer.offset() + attempt.answerLength());
        return step;
    }

    private static boolean repeats(PlainMessage answer, byte[] last) {
        int end = answer.offset() + last.length;
        return answer.length() >= last.length
                && Arrays.equals(answer.array(), answer.offset(), end, last, 0, last.length);
    }

    private Step resPq(AwaitingResPQ step, PlainMessage answer, PacketBuffer out) {
        AwaitingDHParams next = step.receive(answer.array(), answer.offset(), answer.length());
        expectation = (packet, target) -> dhParams(next, packet, target);
        return send(next.query(), out);
    }

    private Step dhParams(AwaitingDHParams step, PlainMessage answer, PacketBuffer out) {
        return await(
                step.receive(
                        answer.array(),
                        answer.offset(),
                        answer.length(),
                        clock.instant().getEpochSecond()),
                out);
    }

    private Step await(AwaitingVerdict next, PacketBuffer out) {
        expectation = (packet, target) -> verdict(next, packet, target);
        return send(next.query(), out);
    }

    private Step verdict(AwaitingVerdict step, PlainMessage answer, PacketBuffer out) {
        Verdict verdict = step.receive(answer.array(), answer.offset(), answer.length());
        if (verdict instanceof Verdict.Again again) {
            return await(again.next(), out);
        }
        result = ((Verdict.Created) verdict).result();
        close();
        return Step.DONE;
    }

    private Step send(TlObject next, PacketBuffer out) {
        query = next;
        resend(out);
        return Step.SEND;
    }

    /**
     * Ends the exchange because the transport reported an error of the server.
     *
     * @param code the code, such as -404
     * @return the exception that says so, for the caller to throw
     */
    @Enforces(Check.H22)
    public KeyExchangeException transportFailure(int code) {
        close();
        return new KeyExchangeException(Check.H22, code, "the server answered with transport error " + code);
    }

    /**
     * Tells whether a new attempt makes sense after a failure: not where the data centre is the wrong one (-444).
     *
     * @param failure the failure
     */
    @Enforces(Check.H22)
    public static boolean mayRetry(KeyExchangeException failure) {
        return failure.transportError() != Fault.WRONG_DC;
    }

    /**
     * Returns what the exchange gave.
     *
     * @throws IllegalStateException if it is not done
     */
    public ExchangeResult result() {
        if (result == null) {
            throw new IllegalStateException("the key exchange has no result");
        }
        return result;
    }

    /** Erases the secrets and ends the exchange; the result, if there is one, stays. */
    @Override
    @Enforces(Check.H21)
    public void close() {
        expectation = null;
        query = null;
        attempt.close();
    }
}
