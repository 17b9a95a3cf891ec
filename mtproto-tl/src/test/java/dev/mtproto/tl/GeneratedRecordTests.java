package dev.mtproto.tl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mtproto.api.TlException;
import dev.mtproto.api.TlException.Kind;
import dev.mtproto.tl.schema.AuthBindTempAuthKey;
import dev.mtproto.tl.schema.BadMsgNotificationType;
import dev.mtproto.tl.schema.BadServerSalt;
import dev.mtproto.tl.schema.Config;
import dev.mtproto.tl.schema.DcOption;
import dev.mtproto.tl.schema.FutureSalt;
import dev.mtproto.tl.schema.FutureSalts;
import dev.mtproto.tl.schema.HelpGetNearestDc;
import dev.mtproto.tl.schema.InitConnection;
import dev.mtproto.tl.schema.InvokeWithLayer;
import dev.mtproto.tl.schema.Message;
import dev.mtproto.tl.schema.MsgContainer;
import dev.mtproto.tl.schema.MsgsAck;
import dev.mtproto.tl.schema.NearestDc;
import dev.mtproto.tl.schema.PQInnerData;
import dev.mtproto.tl.schema.PQInnerDataType;
import dev.mtproto.tl.schema.Ping;
import dev.mtproto.tl.schema.Pong;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratedRecordTests {

    private static DcOption.Builder dcOption() {
        return DcOption.builder().id(2).ipAddress("127.0.0.1").port(443);
    }

    private static Config.Builder config() {
        return Config.builder().dcOptions(List.of()).dcTxtDomainName("").meUrlPrefix("");
    }

    @Test
    void flagsFollowFromTheComponents() {
        byte[] bytes = Encoding.encode(
                dcOption().static_(true).secret(TlBytes.of((byte) 1)).build());
        assertEquals("0da1b718" + "10040000", VectorEntries.hex(bytes).substring(0, 16));
    }

    @Test
    void unknownFlagsAreIgnored() {
        byte[] bytes = Encoding.encode(dcOption().build());
        LittleEndian.INT.set(bytes, 4, 0xfffff800 | 1);
        assertEquals(dcOption().ipv6(true).build(), Encoding.reader(bytes).readObject());
    }

    @Test
    void whatSharesAFlagIsThereTogether() {
        Config complete = config().suggestedLangCode("en")
                .langPackVersion(1)
                .baseLangPackVersion(2)
                .build();
        assertEquals(complete, Encoding.reader(Encoding.encode(complete)).readObject());
        IllegalArgumentException fault = assertThrows(
                IllegalArgumentException.class,
                () -> config().suggestedLangCode("en").langPackVersion(1).build());
        assertTrue(fault.getMessage().contains("baseLangPackVersion"), fault.getMessage());
        assertThrows(IllegalArgumentException.class, () -> config().langPackVersion(1)
                .build());
    }

    @Test
    void nothingIsNull() {
        assertThrows(NullPointerException.class, () -> DcOption.builder().build());
        assertThrows(NullPointerException.class, () -> new MsgsAck(null));
    }

    @Test
    void listsAreCopied() {
        List<Long> ids = new ArrayList<>(List.of(1L));
        MsgsAck ack = new MsgsAck(ids);
        ids.add(2L);
        assertEquals(List.of(1L), ack.msgIds());
        assertThrows(UnsupportedOperationException.class, () -> ack.msgIds().add(3L));
    }

    @Test
    void bareVectorsOfBareRecords() {
        FutureSalts salts = new FutureSalts(1, 2, List.of(new FutureSalt(3, 4, 5)));
        assertEquals(
                "950850ae 0100000000000000 02000000 01000000 03000000 04000000 0500000000000000".replace(" ", ""),
                VectorEntries.hex(Encoding.encode(salts)));
        MsgContainer container = new MsgContainer(List.of(new Message(1, 2, 12, new Ping(3))));
        assertEquals(
                "dcf8f173 01000000 0100000000000000 02000000 0c000000 ec77be7a 0300000000000000".replace(" ", ""),
                VectorEntries.hex(Encoding.encode(container)));
    }

    @Test
    void countsOfBareRecordsAreBoundedByTheirSize() {
        byte[] bytes = Encoding.encode(new FutureSalts(1, 2, List.of(new FutureSalt(3, 4, 5))));
        LittleEndian.INT.set(bytes, 16, 2);
        TlException fault =
                assertThrows(TlException.class, () -> Encoding.reader(bytes).readObject());
        assertEquals(Kind.BAD_COUNT, fault.kind());
        assertEquals(16, fault.offset());
        assertEquals(FutureSalts.ID, fault.constructorId().orElseThrow());
    }

    @Test
    void interfacesReadTheirConstructorsOnly() {
        BadServerSalt salt = new BadServerSalt(1, 2, 48, 3);
        assertEquals(salt, BadMsgNotificationType.read(Encoding.reader(Encoding.encode(salt))));
        TlReader other = Encoding.reader(Encoding.encode(new Ping(1)));
        assertEquals(
                Kind.UNKNOWN_CONSTRUCTOR,
                assertThrows(TlException.class, () -> BadMsgNotificationType.read(other))
                        .kind());
    }

    @Test
    void functionsReadTheirResults() {
        Pong pong = new Pong(1, 2);
        assertEquals(pong, new Ping(2).readResult(Encoding.reader(Encoding.encode(pong))));
        NearestDc nearest = new NearestDc("de", 2, 2);
        InvokeWithLayer<NearestDc> query = new InvokeWithLayer<>(
                216,
                InitConnection.<NearestDc>builder()
                        .apiId(1)
                        .deviceModel("")
                        .systemVersion("")
                        .appVersion("")
                        .systemLangCode("")
                        .langPack("")
                        .langCode("")
                        .query(new HelpGetNearestDc())
                        .build());
        assertEquals(nearest, query.readResult(Encoding.reader(Encoding.encode(nearest))));
        TlFunction<?> decoded = Encoding.reader(Encoding.encode(query)).readFunction();
        assertEquals(query, decoded);
        assertEquals(nearest, decoded.readResult(Encoding.reader(Encoding.encode(nearest))));
        AuthBindTempAuthKey bind = new AuthBindTempAuthKey(1, 2, 3, TlBytes.EMPTY);
        assertTrue(bind.readResult(Encoding.reader("b5757299")));
    }

    @Test
    void onlyAQueryStandsWhereAQueryHasTo() {
        byte[] bytes = Encoding.encode(new InvokeWithLayer<>(216, new Ping(1)));
        LittleEndian.INT.set(bytes, 8, Pong.ID);
        assertEquals(
                Kind.UNKNOWN_CONSTRUCTOR,
                assertThrows(TlException.class, () -> Encoding.reader(bytes).readObject())
                        .kind());
    }

    @Test
    void secretsAreNotShown() {
        Int256 nonce = Int256.of(VectorEntries.hex("5a".repeat(32)));
        TlBytes bytes = TlBytes.of(VectorEntries.hex("5a".repeat(8)));
        Int128 zero = new Int128(0, 0);
        PQInnerDataType inner = new PQInnerData(bytes, bytes, bytes, zero, zero, nonce);
        assertFalse(inner.toString().contains("5a5a"), inner.toString());
        assertFalse(inner.toString().contains("90, 90"), inner.toString());
    }

    @Test
    void largeRecordsHaveABuilder() throws ReflectiveOperationException {
        for (Class<?> type : GeneratedTypes.all()) {
            if (type.getRecordComponents().length > 6) {
                assertNotNull(type.getMethod("builder").invoke(null), type::toString);
            }
        }
    }

    @Test
    void theRandomObjectsOfTheOtherTestsCoverEveryFlag() {
        Random random = new Random(1);
        Set<Boolean> seen = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            Config made = (Config) new RandomObjects(random).of(Config.class);
            Optional<String> code = made.suggestedLangCode();
            seen.add(code.isPresent());
        }
        assertEquals(Set.of(true, false), seen);
    }
}
