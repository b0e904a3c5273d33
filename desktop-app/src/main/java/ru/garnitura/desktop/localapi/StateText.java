package ru.garnitura.desktop.localapi;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.desk.Standing;
import ru.garnitura.softphone.call.CallId;
import ru.garnitura.softphone.call.CallSnapshot;
import ru.garnitura.softphone.call.MediaSnapshot;
import ru.garnitura.softphone.call.RegistrationSnapshot;
import ru.garnitura.softphone.call.ReferralWish;
import ru.garnitura.softphone.call.RemoteParty;
import ru.garnitura.softphone.call.Softphone;
import ru.garnitura.softphone.call.SoftphoneEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// State and events as JSON, as docs/local-api.yaml describes them.
final class StateText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StateText() {
    }

    static String of(LocalDesk desk) {
        return state(desk).toString();
    }

    /// The first frame of a socket.
    static String whole(LocalDesk desk) {
        return state(desk).put("t", "state").toString();
    }

    static String of(Standing standing) {
        return operator(standing).put("t", "operator").toString();
    }

    static String of(SoftphoneEvent event, Softphone softphone) {
        ObjectNode news = JSON.createObjectNode();
        switch (event) {
            case SoftphoneEvent.IncomingCall incoming -> news.put("t", "call").set("call", call(incoming.call(), softphone));
            case SoftphoneEvent.CallChanged change -> news.put("t", "call").set("call", call(change.call(), softphone));
            case SoftphoneEvent.TurnedAway away -> news.put("t", "turned-away").set("remote", remote(away.remote()));
            case SoftphoneEvent.TransferFailed failed -> news.put("t", "transfer-failed")
                    .put("call", failed.call().value()).put("cause", kind(failed.cause()));
            case SoftphoneEvent.AnsweredByItself answered -> news.put("t", "answered-by-itself").put("call", answered.call().value());
            case SoftphoneEvent.ReferralAsked asked -> referral(news.put("t", "referral").put("call", asked.call().value()), asked.wish());
            case SoftphoneEvent.ReferralSettled settled -> news.put("t", "referral-settled").put("call", settled.call().value());
            case SoftphoneEvent.CodeDialled dialled -> news.put("t", "code").put("code", dialled.code())
                    .put("cause", dialled.failure() == null ? null : kind(dialled.failure()));
            case SoftphoneEvent.RegistrationChanged change ->
                    news.put("t", "registration").set("registration", registration(change.registration()));
            case SoftphoneEvent.DigitReceived digit ->
                    news.put("t", "digit").put("call", digit.call().value()).put("digit", Character.toString(digit.digit()));
            case SoftphoneEvent.DeviceChanged change -> news.put("t", "device").put("call", change.call().value())
                    .put("kind", name(change.notice().kind())).put("device", change.notice().device());
            case SoftphoneEvent.RemoteSilent silent ->
                    news.put("t", "silence").put("call", silent.call().value()).put("milliseconds", silent.milliseconds());
        }
        return news.toString();
    }

    private static ObjectNode state(LocalDesk desk) {
        var snapshot = desk.softphone().snapshot();
        ObjectNode state = JSON.createObjectNode();
        state.put("listening", snapshot.listening());
        state.put("acceptingCalls", snapshot.acceptingCalls());
        state.set("registration", registration(snapshot.registration()));
        state.set("operator", operator(desk.standing().get()));
        var calls = state.putArray("calls");
        snapshot.calls().forEach(call -> calls.add(call(call, desk.softphone())));
        var referrals = state.putArray("referrals");
        snapshot.referrals().forEach((call, wish) -> referral(referrals.addObject().put("call", call.value()), wish));
        return state;
    }

    private static void referral(ObjectNode node, ReferralWish wish) {
        node.put("number", wish.number()).put("uri", wish.uri()).put("host", wish.host());
    }

    private static ObjectNode operator(Standing standing) {
        ObjectNode node = JSON.createObjectNode();
        return node.put("state", name(standing.state())).put("reason", standing.reason())
                .put("since", standing.since().toString());
    }

    private static ObjectNode registration(RegistrationSnapshot registration) {
        ObjectNode node = JSON.createObjectNode();
        node.put("state", name(registration.state()));
        node.put("cause", kind(registration.cause()));
        node.put("since", registration.since().toString());
        return node.put("lastSuccess", text(registration.lastSuccess()));
    }

    private static ObjectNode call(CallSnapshot call, Softphone softphone) {
        MediaSnapshot media = softphone.media(call.id());
        ObjectNode node = JSON.createObjectNode();
        node.put("id", call.id().value()).put("direction", name(call.direction())).put("state", name(call.state()));
        node.set("remote", remote(call.remote()));
        node.put("held", call.held()).put("muted", call.muted()).put("heldByPeer", call.heldByPeer())
                .put("conference", call.inConference()).put("consults", value(call.consults()));
        node.put("recording", name(call.recording()));
        node.put("startedAt", call.startedAt().toString()).put("answeredAt", text(call.answeredAt()));
        node.put("end", call.end() == null ? null : kind(call.end()));
        node.put("codec", media.codec()).put("srtp", media.encrypted());
        ObjectNode stats = node.putObject("stats");
        stats.put("packetsSent", media.packetsSent()).put("packetsReceived", media.packetsReceived());
        stats.put("packetsLost", media.packetsLost()).put("jitterMs", media.jitterMs());
        stats.put("roundTripMs", media.roundTripMs()).put("mos", media.mos());
        return node;
    }

    private static ObjectNode remote(RemoteParty remote) {
        ObjectNode node = JSON.createObjectNode();
        return node.put("name", remote.displayName()).put("number", remote.number()).put("uri", remote.uri())
                .put("queue", remote.hints().queue());
    }

    private static @Nullable String value(@Nullable CallId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// `WrongPassword` reads `wrong-password`.
    private static String kind(Object value) {
        return value.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
