package dev.mtproto.tl.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdRuleTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "05162463 | resPQ nonce:int128 server_nonce:int128 pq:bytes server_public_key_fingerprints:Vector<long> = ResPQ",
                "18b7a10d | dcOption#18b7a10d flags:# ipv6:flags.0?true media_only:flags.1?true tcpo_only:flags.2?true"
                        + " cdn:flags.3?true static:flags.4?true this_port_only:flags.5?true id:int ip_address:string"
                        + " port:int secret:flags.10?bytes = DcOption",
                "da9b0d0d | invokeWithLayer#da9b0d0d {X:Type} layer:int query:!X = X",
                "1cb5c415 | vector#1cb5c415 {t:Type} # [ t ] = Vector t",
                "096a18d5 | upload.file#96a18d5 type:storage.FileType mtime:int bytes:bytes = upload.File",
                "a43ad8b7 | rpc_answer_dropped msg_id:long seq_no:int bytes:int = RpcDropAnswer",
            })
    void idsOfWellKnownLines(String id, String text) {
        assertEquals(Integer.parseUnsignedInt(id, 16), IdRule.idOf(text));
    }

    @Test
    void secondFlagsLeaveTheirTrueFieldsOutToo() {
        assertEquals(
                "a flags:# flags2:# c:flags2.1?int = A",
                IdRule.normalise("a#1 flags:# flags2:# b:flags2.0?true c:flags2.1?int = A"));
    }

    @Test
    void mismatchesNameBothIds() {
        Schema schema = SchemaParser.parse("s.tl", "\nping#00000001 ping_id:long = Pong;\nempty = Empty;");
        assertEquals(
                List.of("s.tl:2: ping has the id 00000001, but its text gives "
                        + String.format("%08x", IdRule.idOf("ping ping_id:long = Pong"))),
                IdCheck.mismatches(schema, Set.of()));
        assertEquals(List.of(), IdCheck.mismatches(schema, Set.of(1)));
    }
}
