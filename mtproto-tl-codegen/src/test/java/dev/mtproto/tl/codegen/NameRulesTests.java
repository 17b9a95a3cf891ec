package dev.mtproto.tl.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameRulesTests {

    @ParameterizedTest
    @CsvSource({
        "resPQ, ResPQ",
        "p_q_inner_data_dc, PQInnerDataDc",
        "server_DH_params_ok, ServerDHParamsOk",
        "help.getConfig, HelpGetConfig",
        "req_DH_params, ReqDHParams",
        "rpc_error, RpcError",
        "msgs_ack, MsgsAck",
        "JSONValue, JSONValue",
        "_odd__name_, OddName",
        "a.1b, A1b",
    })
    void classNames(String tlName, String javaName) {
        assertEquals(javaName, NameRules.className(tlName));
    }

    @ParameterizedTest
    @CsvSource({
        "server_nonce, serverNonce",
        "g_a, gA",
        "static, static_",
        "int, int_",
        "record, record_",
        "hash_code, hashCode_",
        "constructor_id, constructorId_",
        "builder, builder_",
        "true, true_",
        "bytes, bytes",
        "ID, iD",
    })
    void componentNames(String tlName, String javaName) {
        assertEquals(javaName, NameRules.componentName(tlName));
    }
}
