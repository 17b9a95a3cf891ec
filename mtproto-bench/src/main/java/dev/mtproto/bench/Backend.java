package dev.mtproto.bench;

import dev.mtproto.crypto.Crypto;
import dev.mtproto.crypto.CryptoSelection;
import dev.mtproto.crypto.Cryptos;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The crypto backend under test. */
@State(Scope.Benchmark)
public class Backend {

    /** A selection: the name of a provider, or FASTEST. */
    @Param({"FASTEST", "jdk", "accp", "bc-fips"})
    public String name = "";

    /** The opened provider. */
    public Crypto crypto;

    /** Opens the provider. */
    @Setup
    public void open() {
        crypto = Cryptos.open(CryptoSelection.parse(name));
    }
}
