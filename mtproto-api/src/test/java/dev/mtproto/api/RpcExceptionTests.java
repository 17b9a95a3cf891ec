package dev.mtproto.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RpcExceptionTests {

    @ParameterizedTest
    @CsvSource({
        "FLOOD_WAIT_3,FLOOD_WAIT,3",
        "PHONE_MIGRATE_4,PHONE_MIGRATE,4",
        "FILE_PART_12_MISSING,FILE_PART_MISSING,12"
    })
    void takesTheNumberOutOfTheMessage(String text, String type, int argument) {
        RpcException exception = new RpcException(420, text);
        assertEquals(type, exception.type());
        assertEquals(OptionalInt.of(argument), exception.argument());
        assertEquals("rpc_error 420 " + text, exception.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"INPUT_METHOD_INVALID", "SHA256_INVALID", "WAIT_99999999999"})
    void leavesOtherMessagesAsTheyAre(String text) {
        assertEquals(text, new RpcException(400, text).type());
        assertEquals(OptionalInt.empty(), new RpcException(400, text).argument());
    }

    @Test
    void keepsTheCode() {
        assertEquals(303, new RpcException(303, "FILE_MIGRATE_2").code());
    }
}
