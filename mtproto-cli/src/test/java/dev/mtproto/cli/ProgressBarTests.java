package dev.mtproto.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTests {

    private final StringWriter text = new StringWriter();

    @Test
    void aBarGrowsWithWhatIsThere() {
        ProgressBar bar = new ProgressBar(new PrintWriter(text), true);
        bar.total(2_000_000);
        bar.show(1_000_000);
        assertTrue(text.toString().contains("[###############               ]  50 %  1.0 MB"), text.toString());
        bar.end();
        assertTrue(text.toString().endsWith("\r\u001b[K"), text.toString());
    }

    @Test
    void withoutATerminalNothingIsShown() {
        ProgressBar bar = new ProgressBar(new PrintWriter(text), false);
        bar.show(1);
        bar.end();
        assertEquals("", text.toString());
    }

    @Test
    void withoutATotalTheAmountIsShown() {
        ProgressBar bar = new ProgressBar(new PrintWriter(text), true);
        bar.show(2_500_000);
        assertTrue(text.toString().startsWith("\r2.5 MB"), text.toString());
    }
}
