package dev.mtproto.api;

/**
 * The numbered checks: every rule whose breaking ends in a refusal. The letter tells the area: {@code T} transport,
 * {@code H} key exchange on the client, {@code S} on the server, {@code M} encrypted messages, {@code R} reactions to service
 * messages, {@code P} forward secrecy and keys at rest, {@code D} denial of service. Where each is enforced and tested is
 * listed in {@code docs/checks.md}.
 */
public enum Check {
    /** frame length &gt; 0, within the limit, checked before allocating. */
    T1("frame length > 0, within the limit, checked before allocating"),
    /** abridged, intermediate, full: payload 0 mod 4 (control packets of 4 bytes included). */
    T2("abridged, intermediate, full: payload 0 mod 4 (control packets of 4 bytes included)"),
    /** full: crc right. */
    T3("full: crc right"),
    /** full: seq is exactly the next one of that direction. */
    T4("full: seq is exactly the next one of that direction"),
    /** abridged: no overlong length. */
    T5("abridged: no overlong length"),
    /** payload &lt; 20 bytes is a control packet: error code, no-op or quick ack; never parsed as a message. */
    T6("payload < 20 bytes is a control packet: error code, no-op or quick ack; never parsed as a message"),
    /** quick-ack token known and outstanding. */
    T7("quick-ack token known and outstanding"),
    /** obfuscation header avoids all forbidden beginnings. */
    T8("obfuscation header avoids all forbidden beginnings"),
    /** obfuscation: tag at 56 is one of three; with dd/ee secrets only dddddddd. */
    T9("obfuscation: tag at 56 is one of three; with dd/ee secrets only dddddddd"),
    /** dc in header/inner data fits. */
    T10("dc in header/inner data fits"),
    /** fake TLS: HMAC (28 bytes) constant time; time window; no replay of client_random. */
    T11("fake TLS: HMAC (28 bytes) constant time; time window; no replay of client_random"),
    /** fake TLS: three-record form, HMAC over client_random + response, 32 bytes, constant time. */
    T12("fake TLS: three-record form, HMAC over client_random + response, 32 bytes, constant time"),
    /** fake TLS: only 17 0303 (and 14) records afterwards. */
    T13("fake TLS: only 17 0303 (and 14) records afterwards"),
    /** HTTP: status &lt; 300, one payload as body, one request at a time. */
    T14("HTTP: status < 300, one payload as body, one request at a time"),
    /** WebSocket: binary messages only, sub-protocol 'binary'. */
    T15("WebSocket: binary messages only, sub-protocol 'binary'"),
    /** handshake time limits, connections per address. */
    T16("handshake time limits, connections per address"),
    /** client: after the first encrypted message a connection belongs to one auth_key_id and session. Server: to one auth_key_id at a time; a plaintext key exchange and a change to another known key are allowed. */
    T17(
            "client: after the first encrypted message a connection belongs to one auth_key_id and session. Server: to one auth_key_id at a time; a plaintext key exchange and a change to another known key are allowed"),
    /** only plaintext messages (auth_key_id 0) until the end; message_data_length fits. */
    H1("only plaintext messages (auth_key_id 0) until the end; message_data_length fits"),
    /** resPQ, server_DH_params_ok, dh_gen_*: nonce equal. */
    H2("resPQ, server_DH_params_ok, dh_gen_*: nonce equal"),
    /** from step 6 on: server_nonce equal. */
    H3("from step 6 on: server_nonce equal"),
    /** constructor is one expected in this step; an exact repeat of the previous answer (our query was re-sent) is ignored. */
    H4(
            "constructor is one expected in this step; an exact repeat of the previous answer (our query was re-sent) is ignored"),
    /** a fingerprint of resPQ is in the local key list. */
    H5("a fingerprint of resPQ is in the local key list"),
    /** pq 1..8 bytes, composite of two different primes &gt; 1. */
    H6("pq 1..8 bytes, composite of two different primes > 1"),
    /** inner data &le; 144 bytes; key_aes_encrypted &lt; n; key has 2048 bits. */
    H7("inner data <= 144 bytes; key_aes_encrypted < n; key has 2048 bits"),
    /** encrypted_answer non-empty, 0 mod 16. */
    H8("encrypted_answer non-empty, 0 mod 16"),
    /** answer hash: SHA1 of exactly the parsed object, constant time; 0..15 bytes left over. */
    H9("answer hash: SHA1 of exactly the parsed object, constant time; 0..15 bytes left over"),
    /** inner nonce and server_nonce of server_DH_inner_data. */
    H10("inner nonce and server_nonce of server_DH_inner_data"),
    /** dh_prime: 2048 bits exactly. */
    H11("dh_prime: 2048 bits exactly"),
    /** dh_prime and (dh_prime-1)/2 prime (table or own test, cached). */
    H12("dh_prime and (dh_prime-1)/2 prime (table or own test, cached)"),
    /** g in 2..7 and its residue condition. */
    H13("g in 2..7 and its residue condition"),
    /** 1 &lt; g_a &lt; p-1 and 2^1984 &le; g_a &le; p - 2^1984. */
    H14("1 < g_a < p-1 and 2^1984 <= g_a <= p - 2^1984"),
    /** own g_b in the same range. */
    H15("own g_b in the same range"),
    /** nonce, new_nonce, temp_key, b, paddings from a CSPRNG (SecureRandom), b has 2048 random bits. */
    H16("nonce, new_nonce, temp_key, b, paddings from a CSPRNG (SecureRandom), b has 2048 random bits"),
    /** new_nonce_hash1/2/3 as the answer's kind requires, constant time. */
    H17("new_nonce_hash1/2/3 as the answer's kind requires, constant time"),
    /** auth_key is 256 bytes, left-padded; auth_key_id != 0. */
    H18("auth_key is 256 bytes, left-padded; auth_key_id != 0"),
    /** at most 5 dh_gen_retry; retry_id of the refused key. */
    H19("at most 5 dh_gen_retry; retry_id of the refused key"),
    /** server_DH_params_fail: new_nonce_hash equal SHA1(new_nonce)[4..20). */
    H20("server_DH_params_fail: new_nonce_hash equal SHA1(new_nonce)[4..20)"),
    /** erase new_nonce, b, tmp keys, temp_key at the end (success or not), as far as the platform lets one: arrays filled, destroy() called; numbers of the platform cannot be. */
    H21(
            "erase new_nonce, b, tmp keys, temp_key at the end (success or not), as far as the platform lets one: arrays filled, destroy() called; numbers of the platform cannot be"),
    /** any transport error during the exchange. */
    H22("any transport error during the exchange"),
    /** state: query fits; exact repeat of the last query (the object, not the random bytes after it) gets the same answer, on any connection. */
    S1(
            "state: query fits; exact repeat of the last query (the object, not the random bytes after it) gets the same answer, on any connection"),
    /** nonce, server_nonce of the query. */
    S2("nonce, server_nonce of the query"),
    /** p, q as issued. */
    S3("p, q as issued"),
    /** fingerprint known. */
    S4("fingerprint known"),
    /** encrypted_data 256 bytes and &lt; n; RSA_PAD hash right (constant time), or, only where the option allows it, the obsolete form's SHA1. */
    S5(
            "encrypted_data 256 bytes and < n; RSA_PAD hash right (constant time), or, only where the option allows it, the obsolete form's SHA1"),
    /** inner data constructor, pq, p, q, nonce, server_nonce equal. */
    S6("inner data constructor, pq, p, q, nonce, server_nonce equal"),
    /** dc, in the forms that carry one. */
    S7("dc, in the forms that carry one"),
    /** expires_in &gt; 0 for temporary keys; out of 60..604800: clamped. */
    S8("expires_in > 0 for temporary keys; out of 60..604800: clamped"),
    /** set_client_DH_params: length 0 mod 16, SHA1, padding &lt; 16, inner nonces, retry_id. */
    S9("set_client_DH_params: length 0 mod 16, SHA1, padding < 16, inner nonces, retry_id"),
    /** g_b range as H14. */
    S10("g_b range as H14"),
    /** auth_key_id unused and not 0. */
    S11("auth_key_id unused and not 0"),
    /** state older than 10 minutes is gone. */
    S12("state older than 10 minutes is gone"),
    /** a, server_nonce, pq fresh per exchange; pq &lt; 2^63, p != q prime. */
    S13("a, server_nonce, pq fresh per exchange; pq < 2^63, p != q prime"),
    /** the reaction to S5 is the same and takes about the same time whatever part was wrong. */
    S14("the reaction to S5 is the same and takes about the same time whatever part was wrong"),
    /** payload &gt;= 72 bytes; (payload - 24) 0 mod 16 after cutting transport padding. */
    M1("payload >= 72 bytes; (payload - 24) 0 mod 16 after cutting transport padding"),
    /** auth_key_id is the connection's. */
    M2("auth_key_id is the connection's"),
    /** auth_key_id known, temporary key not expired. */
    M3("auth_key_id known, temporary key not expired"),
    /** msg_key recomputed over the WHOLE decrypted text, right x, constant time, 16 bytes; done before anything else is looked at, also after an earlier error. */
    M4(
            "msg_key recomputed over the WHOLE decrypted text, right x, constant time, 16 bytes; done before anything else is looked at, also after an earlier error"),
    /** length &gt;= 0, 0 mod 4. */
    M5("length >= 0, 0 mod 4"),
    /** padding = plaintext - 32 - length in 12..1024. */
    M6("padding = plaintext - 32 - length in 12..1024"),
    /** session_id is one active on this key, or one replaced less than 10 s ago (then discard). */
    M7("session_id is one active on this key, or one replaced less than 10 s ago (then discard)"),
    /** msg_id parity: client even (0 mod 4), server odd. */
    M8("msg_id parity: client even (0 mod 4), server odd"),
    /** msg_id not seen, not below all remembered. */
    M9("msg_id not seen, not below all remembered"),
    /** msg_id within -300 s .. +30 s of own (synchronised) clock; of a container, not of what is in it. */
    M10("msg_id within -300 s .. +30 s of own (synchronised) clock; of a container, not of what is in it"),
    /** salt valid. */
    M11("salt valid"),
    /** seq_no rules. */
    M12("seq_no rules"),
    /** body is exactly length bytes; every inner read bounded; trailing bytes after the object. */
    M13("body is exactly length bytes; every inner read bounded; trailing bytes after the object"),
    /** container: count &gt;= 0, &le; 1024, inner lengths fit exactly, no nesting, inner msg_id &lt; outer, inner ids pass M8 (M9 concerns that inner message alone). */
    M14(
            "container: count >= 0, <= 1024, inner lengths fit exactly, no nesting, inner msg_id < outer, inner ids pass M8 (M9 concerns that inner message alone)"),
    /** gzip: output limit, no nesting, one object. */
    M15("gzip: output limit, no nesting, one object"),
    /** vectors of ids &le; 8192. */
    M16("vectors of ids <= 8192"),
    /** plaintext message after the key exchange. */
    M17("plaintext message after the key exchange"),
    /** messages of MTProto 1.0 as session traffic. */
    M18("messages of MTProto 1.0 as session traffic"),
    /** no detail of M4..M6 failures leaves the program (no different answers, no different timing worth measuring). */
    M19("no detail of M4..M6 failures leaves the program (no different answers, no different timing worth measuring)"),
    /** rpc_result.req_msg_id is a pending or recent query of this session. */
    R1("rpc_result.req_msg_id is a pending or recent query of this session"),
    /** bad_msg_notification / bad_server_salt name a message (or container) sent recently in this session. */
    R2("bad_msg_notification / bad_server_salt name a message (or container) sent recently in this session"),
    /** future_salts.req_msg_id = own get_future_salts; valid_since &lt; valid_until; at most 64. */
    R3("future_salts.req_msg_id = own get_future_salts; valid_since < valid_until; at most 64"),
    /** pong matches an own ping (ping_id, msg_id). */
    R4("pong matches an own ping (ping_id, msg_id)"),
    /** msgs_state_info.req_msg_id = own request; one byte per id. */
    R5("msgs_state_info.req_msg_id = own request; one byte per id"),
    /** new_session_created: unique_id not seen before; first_msg_id is an own id before anything is re-sent for it. */
    R6("new_session_created: unique_id not seen before; first_msg_id is an own id before anything is re-sent for it"),
    /** salt is changed only by: handshake, bad_server_salt (after R2), new_session_created, future_salts (after R3). */
    R7("salt is changed only by: handshake, bad_server_salt (after R2), new_session_created, future_salts (after R3)"),
    /** time offset is changed only by authenticated messages (after M4, M7). */
    R8("time offset is changed only by authenticated messages (after M4, M7)"),
    /** automatic re-sends limited (5) with back-off. */
    R9("automatic re-sends limited (5) with back-off"),
    /** destroy_*_ok etc. only when asked for. */
    R10("destroy_*_ok etc. only when asked for"),
    /** permanent key never used for session traffic when PFS is on. */
    P1("permanent key never used for session traffic when PFS is on"),
    /** unbound temporary key: only bindTempAuthKey, help.getConfig, help.getNearestDc. */
    P2("unbound temporary key: only bindTempAuthKey, help.getConfig, help.getNearestDc"),
    /** same list. */
    P3("same list"),
    /** all checks of bindTempAuthKey. */
    P4("all checks of bindTempAuthKey"),
    /** bind request's msg_id = msg_id inside encrypted_message; new encrypted_message per attempt. */
    P5("bind request's msg_id = msg_id inside encrypted_message; new encrypted_message per attempt"),
    /** ENCRYPTED_MESSAGE_INVALID: keys dropped only if the permanent key is older than 60 s. */
    P6("ENCRYPTED_MESSAGE_INVALID: keys dropped only if the permanent key is older than 60 s"),
    /** temporary keys: memory only, erased at expiry. */
    P7("temporary keys: memory only, erased at expiry"),
    /** permanent keys stored protected (caller's store; at least file mode 600) and never logged. */
    P8("permanent keys stored protected (caller's store; at least file mode 600) and never logged"),
    /** logs never contain auth_key, new_nonce, a, b, plaintext bodies, proxy secrets. */
    P9("logs never contain auth_key, new_nonce, a, b, plaintext bodies, proxy secrets"),
    /** a permanent key is given up only after a confirmed loss (second -404 on a new connection, or explicit destroy). */
    P10(
            "a permanent key is given up only after a confirmed loss (second -404 on a new connection, or explicit destroy)"),
    /** expired or destroyed keys stop working at once, also on open connections. */
    P11("expired or destroyed keys stop working at once, also on open connections"),
    /** memory per connection bounded (frame limit, un-acked queue by count and bytes, duplicate memory N, pending queries). */
    D1(
            "memory per connection bounded (frame limit, un-acked queue by count and bytes, duplicate memory N, pending queries)"),
    /** gzip output, vector counts, nesting depth of TL objects (&le; 64) bounded. */
    D2("gzip output, vector counts, nesting depth of TL objects (<= 64) bounded"),
    /** primality tests cached and rate-limited (a hostile server must not make a client spin: one prime test per exchange). */
    D3(
            "primality tests cached and rate-limited (a hostile server must not make a client spin: one prime test per exchange)"),
    /** pq factorisation bounded in time (2 s), abort beyond. */
    D4("pq factorisation bounded in time (2 s), abort beyond"),
    /** server: RSA operations and modexps limited per address and in a bounded pool; -429 beyond. */
    D5("server: RSA operations and modexps limited per address and in a bounded pool; -429 beyond"),
    /** writes apply back-pressure; slow readers are closed. */
    D6("writes apply back-pressure; slow readers are closed");

    private final String guards;

    Check(String guards) {
        this.guards = guards;
    }

    /** Returns what the check guards, in a sentence. */
    public String guards() {
        return guards;
    }
}
