package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.garnitura.backoffice.signin.Secrets;

@ExtendWith(DemoServer.class)
class BlobsIT {
    private static final String WHERE = "/v1/blobs/sha256/";
    private final Client client;
    private final byte[] bytes = new byte[300_000];
    private final String hash;

    BlobsIT(Client client) {
        this.client = client.as("orlova");
        new Random(7).nextBytes(bytes);
        this.hash = HexFormat.of().formatHex(Secrets.sha256().digest(bytes));
    }

    @Test
    void aBlobIsStoredOnceAndReadWholeOrByRange() {
        assertThat(client.put(WHERE + hash, bytes, "image/png").status()).isIn(200, 201);
        assertThat(client.put(WHERE + hash, bytes, "image/png").status()).isEqualTo(200);
        Client.Reply whole = client.get(WHERE + hash);
        assertThat(whole.bytes()).isEqualTo(bytes);
        assertThat(whole.headers().get("Content-Type")).isEqualTo("image/png");
        Client.Reply part = client.get(WHERE + hash, "Range", "bytes=1000-1999");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.headers().get("Content-Range")).isEqualTo("bytes 1000-1999/300000");
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(bytes, 1000, 2000));
        assertThat(client.get(WHERE + hash, "Range", "bytes=299990-").bytes()).hasSize(10);
        assertThat(client.get(WHERE + hash, "Range", "bytes=-5").bytes()).hasSize(5);
        assertThat(client.get(WHERE + hash, "Range", "bytes=300000-").status()).isEqualTo(416);
    }

    @Test
    void bytesThatDoNotHashToTheirAddressLeaveNothingBehind() {
        String other = "0".repeat(64);
        Client.Reply refused = client.put(WHERE + other, bytes, "image/png");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("hash_mismatch");
        assertThat(client.get(WHERE + other).status()).isEqualTo(404);
        assertThat(client.get(WHERE + "..%2f..%2fbackoffice.mv.db").status()).isEqualTo(400);
        assertThat(client.get(WHERE + "short").status()).isEqualTo(400);
    }
}
