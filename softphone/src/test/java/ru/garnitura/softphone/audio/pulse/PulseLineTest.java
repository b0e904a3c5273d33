package ru.garnitura.softphone.audio.pulse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PulseLineTest {

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aServerThatTakesTheCallAndSaysNothingIsLeft(@TempDir Path folder) throws IOException {
        Path socket = folder.resolve("native");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThatThrownBy(() -> PulseLine.authorised(new PulseServer(socket, null), Duration.ofMillis(200)))
                    .isInstanceOf(IOException.class);
            try (SocketChannel left = server.accept()) {
                assertThat(left.read(ByteBuffer.allocate(4096))).as("what was asked").isPositive();
                assertThat(left.read(ByteBuffer.allocate(1))).as("the end").isNegative();
            }
        }
    }
}
