package ru.garnitura.softphone.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// What of the datagrams that came reaches a handshake.
class DtlsPipeTest {

    private static final String HELLO = "16fefd00000000000000000003aabbcc";
    private static final String PLAIN_ALERT = "15fefd000000000000000100020228";
    private static final String SEALED_ALERT = "15fefd000100000000000000020228";

    private final DtlsPipe pipe = new DtlsPipe(sent -> { });

    private void deliver(String hex) {
        pipe.deliver(HexFormat.of().parseHex(hex));
    }

    private String received() throws IOException {
        byte[] buffer = new byte[pipe.getReceiveLimit()];
        int length = pipe.receive(buffer, 0, buffer.length, 1);
        return length < 0 ? "" : HexFormat.of().formatHex(Arrays.copyOf(buffer, length));
    }

    @Test
    void whatIsTooMuchIsDroppedAndWhatWaitsStays() throws IOException {
        for (int i = 0; i < 200; i++) {
            pipe.deliver(new byte[] {(byte) i});
        }

        for (int i = 0; i < 64; i++) {
            assertThat(received()).isEqualTo("%02x".formatted(i));
        }
        assertThat(received()).isEmpty();
    }

    @Test
    void anAlertThatIsNotEncryptedIsNotHeeded() throws IOException {
        deliver(PLAIN_ALERT);
        deliver(HELLO);

        assertThat(received()).isEqualTo(HELLO);
        assertThat(received()).isEmpty();
    }

    @Test
    void norIsOneBehindAnotherRecord() throws IOException {
        deliver(HELLO + PLAIN_ALERT + HELLO);

        assertThat(received()).isEqualTo(HELLO);
        assertThat(received()).isEmpty();
    }

    @Test
    void anEncryptedAlertIsTheLibrarysToJudge() throws IOException {
        deliver(HELLO + SEALED_ALERT);

        assertThat(received()).isEqualTo(HELLO + SEALED_ALERT);
    }

    @Test
    void aRecordThatPromisesTooMuchHarmsNobody() throws IOException {
        deliver("16fefd0000000000000000ffff15");

        assertThat(received()).isEqualTo("16fefd0000000000000000ffff15");
    }
}
