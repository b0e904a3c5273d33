package ru.garnitura.desktop.link.signin;

import ru.garnitura.desktop.link.policy.DeskPolicy;
import ru.garnitura.desktop.link.policy.PolicyReader;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Ask;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.link.rest.TokenPair;
import tools.jackson.databind.JsonNode;

/// The three requests about tokens.
final class TokenRequests {

    private final RestClient client;

    TokenRequests(RestClient client) {
        this.client = client;
    }

    Answer<TokenPair> signIn(Credentials credentials, String device) {
        String body = Json.object()
                .put("login", credentials.login())
                .put("password", new String(credentials.password()))
                .put("device", device)
                .toString();
        return client.send(Ask.post("/v1/sign-in", body).unsigned(), TokenRequests::pair);
    }

    Answer<TokenPair> refresh(TokenPair stale, String device) {
        String body = Json.object().put("refresh", stale.refresh()).put("device", device).toString();
        return client.send(Ask.post("/v1/tokens/refresh", body).unsigned(), TokenRequests::pair);
    }

    Answer<Boolean> signOut() {
        return client.send(Ask.post("/v1/sign-out", "{}"), nothing -> true);
    }

    /// The policy as a value, and as it came.
    record PolicyAnswer(DeskPolicy policy, JsonNode body) {
    }

    Answer<PolicyAnswer> policy() {
        return client.send(Ask.get("/v1/desk"), body -> new PolicyAnswer(PolicyReader.policy(body), body));
    }

    /// What a refused renewal means for who asked for something else.
    static Answer<TokenPair> orSignedOut(Answer<TokenPair> answer) {
        return answer instanceof Answer.Failed<TokenPair>(Failure.Refused refused)
                ? new Answer.Failed<>(new Failure.NotSignedIn(refused.code()))
                : answer;
    }

    private static TokenPair pair(JsonNode body) {
        return new TokenPair(body.required("access").stringValue(), body.required("refresh").stringValue());
    }
}
