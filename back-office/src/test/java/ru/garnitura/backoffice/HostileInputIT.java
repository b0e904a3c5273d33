package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(DemoServer.class)
class HostileInputIT {
    private final Client client;

    HostileInputIT(Client client) {
        this.client = client;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "{", "null", "[]", "\"text\"", "{}", "{\"login\":1}", "{\"login\":\"a\",\"password\":null,\"device\":\"d\"}",
                "{\"login\":{\"a\":{}},\"password\":\"b\",\"device\":\"c\"}", "{} {}", "\u0000"
            })
    void whatIsNotTheExpectedJsonIsRefusedByName(String body) {
        Client.Reply refused = post("/v1/sign-in", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("malformed_json");
    }

    @Test
    void depthAndSizeAreBounded() {
        assertThat(post("/v1/sign-in", "{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}").status())
                .isEqualTo(400);
        assertThat(post("/v1/sign-in", "{\"login\":\"" + "a".repeat(2 << 20) + "\"}").status())
                .isEqualTo(413);
        assertThat(client.post("/v1/sign-in", "login=a".getBytes(StandardCharsets.UTF_8), "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(client.get("/v1/health").status()).isEqualTo(200);
    }

    @Test
    void unknownPathsAndMethodsAreProblemsToo() {
        assertThat(client.get("/v1/nothing").code()).isEqualTo("not_found");
        assertThat(client.delete("/v1/sign-in").code()).isEqualTo("method_not_allowed");
        assertThat(client.get("/chat/../../etc/passwd").status()).isNotEqualTo(200);
        assertThat(client.get("/chat/%2e%2e%2fseed%2foperators.json").status()).isNotEqualTo(200);
        assertThat(client.as("orlova").get("/v1/kb/articles/delta?limit=x").status()).isEqualTo(400);
    }

    @Test
    void anUnknownFieldIsIgnored() {
        var body = Map.of("login", "orlova", "password", "garnitura", "device", "d", "colour", "red");
        assertThat(client.post("/v1/sign-in", body).status()).isEqualTo(200);
    }

    @Test
    void aSocketFrameThatIsNoFrameClosesTheSocket() throws InterruptedException {
        for (String frame : new String[] {"{", "{\"t\":\"unknown\"}", "{\"t\":\"ack\",\"seq\":1}"}) {
            try (SocketClient socket = client.socket("/v1/visitor").send(frame)) {
                assertThat(socket.closed()).as(frame).isEqualTo(4400);
            }
        }
        try (SocketClient socket = client.socket("/v1/visitor").send("x".repeat(70_000))) {
            assertThat(socket.closed()).isNotZero();
        }
    }

    @Test
    void anEventsSocketNeedsAToken() throws InterruptedException {
        try (SocketClient socket = client.socket("/v1/events")) {
            assertThat(socket.closed()).isEqualTo(-1);
            assertThat(socket.httpStatus()).isEqualTo(401);
        }
    }

    private Client.Reply post(String path, String body) {
        return client.post(path, body.getBytes(StandardCharsets.UTF_8), "application/json");
    }
}
