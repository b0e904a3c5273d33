package ru.garnitura.softphone.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which datagrams begin a handshake.
class DtlsDatagramTest {

    @ParameterizedTest
    @CsvSource({
        "a client's hello,          16feff0000000000000000000e 010000020000000000000002 fefd, server",
        "its first fragment,        16feff0000000000000000000e 010000ff0000000000000002 fefd, server",
        "a server's hello,          16fefd0000000000000000000e 020000020000000000000002 fefd, client",
        "a server that wants proof, 16feff0000000000000000000e 030000020000000000000002 feff, client",
        "a later fragment,          16feff0000000000000000000e 010000ff0000000100000002 fefd, nobody",
        "a certificate,             16fefd0000000000000000000e 0b0000020001000000000002 fefd, nobody",
        "one that is encrypted,     16fefd0001000000000000000e 010000020000000000000002 fefd, nobody",
        "one of TLS,                1603030000000000000000000e 010000020000000000000002 0303, nobody",
        "too short a record,        16fefd0000000000000000000d 010000020000000000000002 fefd, nobody",
        "too long a record,         16fefd0000000000000000000f 010000020000000000000002 fefd, nobody",
        "too long a fragment,       16fefd0000000000000000000e 010000020000000000000003 fefd, nobody",
        "nothing but a header,      16fefd0000000000000000000c 010000000000000000000000,      nobody",
        "a fatal alert,             15fefd00000000000000000002 0228,                          nobody",
        "an alert of that size,     15fefd0000000000000000000e 010000020000000000000002 fefd, nobody"})
    void aHelloThatIsMeantForUsDoes(String what, String hex, String opened) {
        byte[] data = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThat(DtlsDatagram.opens(data, data.length, false)).as("%s to a server", what).isEqualTo(opened.equals("server"));
        assertThat(DtlsDatagram.opens(data, data.length, true)).as("%s to a client", what).isEqualTo(opened.equals("client"));
    }
}
