package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(DemoServer.class)
class SignInIT {
    private final Client client;

    SignInIT(Client client) {
        this.client = client;
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginLookTheSame() {
        Client.Reply wrong = signIn("orlova", "nope");
        Client.Reply unknown = signIn("nobody", "nope");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.bytes()).isEqualTo(unknown.bytes());
        assertThat(wrong.headers().get("Content-Type")).isEqualTo("application/problem+json");
        assertThat(wrong.code()).isEqualTo("bad_credentials");
    }

    @Test
    void failuresAreLimitedPerLoginAndSuccessesAreNot() {
        Client.Reply limited = signIn("los", "guess");
        for (int i = 0; i < 100 && limited.status() == 401; i++) {
            limited = signIn("los", "guess" + i);
        }
        assertThat(limited.status()).isEqualTo(429);
        assertThat(signIn("los", "garnitura").status()).isEqualTo(429);
        assertThat(limited.code()).isEqualTo("rate_limited");
        assertThat(Integer.parseInt(limited.headers().get("Retry-After"))).isPositive();
        IntStream.range(0, 12)
                .forEach(i -> assertThat(signIn("rybina", "garnitura").status()).isEqualTo(200));
    }

    @Test
    void theAnswerNamesTheOperatorWithRolesAndQueues() {
        JsonNode operator = client.signedIn("tikhonova").get("operator");
        assertThat(operator.get("roles").get(0).asString()).isEqualTo("lead");
        assertThat(operator.get("queues").size()).isPositive();
    }

    @Test
    void aCallWithoutATokenOrWithAnInventedOneIsRefused() {
        assertThat(client.get("/v1/desk").code()).isEqualTo("token_invalid");
        assertThat(client.with("ga_invented").get("/v1/desk").status()).isEqualTo(401);
    }

    @Test
    void refreshingRotatesAndTheOldOneIsGoodForAWhile() {
        String refresh = client.signedIn("gromova").get("refresh").asString();
        JsonNode first = refresh(refresh).json();
        assertThat(first.get("refresh").asString()).isNotEqualTo(refresh);
        assertThat(client.with(first.get("access").asString()).get("/v1/desk").status())
                .isEqualTo(200);
        assertThat(refresh(refresh).status()).isEqualTo(200);
        assertThat(refresh("gr_invented").code()).isEqualTo("refresh_invalid");
    }

    @Test
    void signingOutEndsBothTokens() {
        JsonNode tokens = client.signedIn("gromova");
        Client mine = client.with(tokens.get("access").asString());
        assertThat(mine.post("/v1/sign-out", Map.of()).status()).isEqualTo(204);
        assertThat(mine.get("/v1/desk").code()).isEqualTo("token_invalid");
        assertThat(refresh(tokens.get("refresh").asString()).status()).isEqualTo(401);
    }

    @Test
    void rolesAreEnforcedOnEachCall() {
        Map<String, String> broadcast = Map.of("text", "С 14:00 работы на сети");
        assertThat(client.as("rybina").post("/v1/broadcasts", broadcast).code()).isEqualTo("forbidden");
        assertThat(client.as("orlova").delete("/v1/kb/articles/a-001").status()).isEqualTo(403);
        assertThat(client.as("tikhonova").post("/v1/broadcasts", broadcast).status()).isEqualTo(202);
    }

    private Client.Reply signIn(String login, String password) {
        return client.post("/v1/sign-in", Map.of("login", login, "password", password, "device", "d-1"));
    }

    private Client.Reply refresh(String token) {
        return client.post("/v1/tokens/refresh", Map.of("refresh", token, "device", "d-1"));
    }
}
