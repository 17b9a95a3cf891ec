package dev.mtproto.client.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferOptionsTests {

    private static final TransferOptions USUAL = TransferOptions.DEFAULT;

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void thereIsAPartAndAnAttempt(int none) {
        assertThrows(IllegalArgumentException.class, () -> USUAL.withPartsInFlight(none));
        assertThrows(IllegalArgumentException.class, () -> USUAL.withAttempts(none));
    }

    @ParameterizedTest
    @CsvSource({"512,4096", "3072,4096", "1048576,4096", "0,4096", "1024,2048", "1024,12288", "1024,2097152"})
    void partsThatTheServerRefusesAreRefused(int upload, int download) {
        assertThrows(IllegalArgumentException.class, () -> USUAL.withParts(upload, download));
    }

    @Test
    void pausesHaveAnOrder() {
        Duration second = Duration.ofSeconds(1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new TransferOptions(1, 1024, 4096, 1, second.plusNanos(1), second, second));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TransferOptions(1, 1024, 4096, 1, second.negated(), second, second));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TransferOptions(1, 1024, 4096, 1, second, second, second.negated()));
        assertEquals(second, new TransferOptions(1, 1024, 4096, 9, second, second, second).pauseBefore(9));
    }
}
