package ru.garnitura.desktop.link.actions;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.rest.Answer;
import ru.garnitura.desktop.link.rest.Ask;
import ru.garnitura.desktop.link.rest.Failure;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.desktop.link.rest.RestClient;
import ru.garnitura.desktop.outbox.Action;
import ru.garnitura.desktop.outbox.ActionResult;
import ru.garnitura.desktop.outbox.ActionsApi;
import ru.garnitura.desktop.outbox.BatchOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `POST /v1/actions:batch`. Only what the back office says of the actions themselves refuses them: a missing token, a
/// broken answer or an unknown contract leaves them in the queue.
public final class HttpActionsApi implements ActionsApi {

    private static final Duration UNFIT_PAUSE = Duration.ofMinutes(1);

    private final RestClient client;
    private final Supplier<String> device;

    /// @param device names this desk
    public HttpActionsApi(RestClient client, Supplier<String> device) {
        this.client = client;
        this.device = device;
    }

    @Override
    public BatchOutcome send(List<Action> batch) {
        return client.send(Ask.post("/v1/actions:batch", body(batch)), HttpActionsApi::results)
                .fold(BatchOutcome.Answered::new, HttpActionsApi::outcome);
    }

    private String body(List<Action> batch) {
        ObjectNode body = Json.object().put("device", device.get());
        ArrayNode actions = body.putArray("actions");
        batch.forEach(action -> describe(action, actions.addObject()));
        return body.toString();
    }

    private static void describe(Action action, ObjectNode node) {
        node.put("key", action.key())
                .put("n", action.n())
                .put("after", action.after() == 0 ? null : Long.valueOf(action.after()))
                .put("type", action.type())
                .put("entity", action.entity())
                .putNull("baseRev")
                .put("at", action.at().toString())
                .set("payload", Json.read(action.payload()));
    }

    private static List<ActionResult> results(JsonNode body) {
        return body.required("results").valueStream().map(HttpActionsApi::result).toList();
    }

    private static ActionResult result(JsonNode node) {
        String key = node.required("key").stringValue();
        String status = node.required("status").stringValue();
        String current = node.path("current").toString();
        return switch (status) {
            case "applied" -> new ActionResult.Applied(key, current, node.path("replayed").asBoolean(false));
            case "conflict" -> new ActionResult.Conflict(key, Json.text(node, "code"), current);
            case "rejected" -> new ActionResult.Rejected(key, Json.text(node, "code"));
            default -> throw new IllegalArgumentException("action status " + status);
        };
    }

    private static BatchOutcome outcome(Failure failure) {
        return switch (failure) {
            case Failure.NoAnswer none -> new BatchOutcome.TryLater(orNone(none.retryAfter()), none.detail());
            case Failure.Malformed malformed -> new BatchOutcome.TryLater(Duration.ZERO, malformed.detail());
            case Failure.NotSignedIn _, Failure.NewerContract _ -> new BatchOutcome.TryLater(UNFIT_PAUSE, failure.detail());
            case Failure.Refused(int status, _, _) when status == 403 || status == 404 || status == 405 ->
                new BatchOutcome.TryLater(UNFIT_PAUSE, failure.detail());
            case Failure.Refused refused -> new BatchOutcome.Refused(refused.code());
        };
    }

    private static Duration orNone(@Nullable Duration pause) {
        return pause == null ? Duration.ZERO : pause;
    }
}
