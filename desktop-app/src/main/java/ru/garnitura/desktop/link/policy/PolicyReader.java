package ru.garnitura.desktop.link.policy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads `GET /v1/desk`. What the desk can do without has a default; what it can't is required.
public final class PolicyReader {

    private PolicyReader() {
    }

    /// @throws tools.jackson.core.JacksonException where a required member is missing
    public static DeskPolicy policy(JsonNode desk) {
        return new DeskPolicy(operator(desk.required("operator")), list(desk.path("sip"), node -> line(node, desk.path("calls"))),
                choices(desk), limits(desk), conduct(desk));
    }

    public static Operator operator(JsonNode node) {
        return new Operator(node.required("id").stringValue(), node.required("login").stringValue(),
                node.required("name").stringValue(), roles(node.path("roles")), texts(node.path("queues")));
    }

    private static Set<Operator.Role> roles(JsonNode names) {
        Set<Operator.Role> roles = EnumSet.noneOf(Operator.Role.class);
        for (JsonNode name : names) {
            for (Operator.Role role : Operator.Role.values()) {
                if (role.name().equals(name.stringValue("").toUpperCase(Locale.ROOT))) {
                    roles.add(role);
                }
            }
        }
        return roles;
    }

    private static SipLine line(JsonNode node, JsonNode calls) {
        return new SipLine(node.required("aor").stringValue(),
                new SipLine.Login(text(node, "authUser"), text(node, "password")),
                new SipLine.Route(text(node, "registrar"), node.path("transport").stringValue("udp"),
                        text(node, "outboundProxy"), node.path("expiresSeconds").asInt(300)),
                node.path("srtp").stringValue("off"), texts(node.path("codecs")),
                new SipLine.Manners(calls.path("waiting").asBoolean(true), Set.copyOf(texts(calls.path("autoAnswerFor"))),
                        calls.path("referrals").stringValue("ask"), seconds(calls, "silenceHangUpSeconds", 0)));
    }

    private static Choices choices(JsonNode desk) {
        return new Choices(
                list(desk.path("queues"), node -> new Choices.Queue(id(node), title(node), texts(node.path("channels")))),
                list(desk.path("notReady"), node -> new Choices.NotReadyReason(code(node), title(node),
                        optionalSeconds(node, "limitSeconds"), node.path("byServer").asBoolean(false))),
                list(desk.path("topics"), PolicyReader::topic),
                list(desk.path("results"), node -> new Choices.Result(code(node), title(node))),
                list(desk.path("colleagues"), node -> new Choices.Colleague(text(node, "name"), text(node, "number"))));
    }

    private static Topic topic(JsonNode node) {
        return new Topic(id(node), title(node), text(node, "article"), list(node.path("children"), PolicyReader::topic));
    }

    private static Limits limits(JsonNode desk) {
        var channels = new LinkedHashMap<String, Limits.Channel>();
        for (JsonNode node : desk.path("channels")) {
            channels.put(id(node), new Limits.Channel(title(node), node.path("cap").asInt(1),
                    seconds(node, "amberSeconds", 30), seconds(node, "redSeconds", 60)));
        }
        return new Limits(desk.path("chatCap").asInt(8), channels, seconds(desk, "offerSeconds", 20),
                desk.path("missedOffersLimit").asInt(3));
    }

    private static DeskPolicy.Conduct conduct(JsonNode desk) {
        JsonNode hold = desk.path("hold");
        JsonNode wrapUp = desk.path("wrapUp");
        var emergency = new LinkedHashMap<String, Bilingual>();
        for (JsonNode node : desk.path("emergency")) {
            emergency.put(node.required("number").stringValue(), title(node));
        }
        var codes = new LinkedHashMap<String, String>();
        for (Map.Entry<String, JsonNode> code : desk.path("dialCodes").properties()) {
            codes.put(code.getKey(), code.getValue().stringValue(""));
        }
        return new DeskPolicy.Conduct(
                new Limits.Hold(seconds(hold, "promiseSeconds", 60),
                        list(hold.path("remindSeconds"), node -> Duration.ofSeconds(node.asLong(0)))),
                new Limits.WrapUp(seconds(wrapUp, "seconds", 60), seconds(wrapUp, "extendSeconds", 30)),
                RecordingPolicy.of(desk.path("recording").path("mode").stringValue("off")), emergency, codes);
    }

    private static Bilingual title(JsonNode parent) {
        JsonNode title = parent.path("title");
        String ru = text(title, "ru");
        String en = text(title, "en");
        return new Bilingual(ru.isEmpty() ? en : ru, en.isEmpty() ? ru : en);
    }

    private static String id(JsonNode node) {
        return node.required("id").stringValue();
    }

    private static String code(JsonNode node) {
        return node.required("code").stringValue();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).stringValue("");
    }

    private static Duration seconds(JsonNode node, String name, long absent) {
        return Duration.ofSeconds(node.path(name).asLong(absent));
    }

    private static @Nullable Duration optionalSeconds(JsonNode node, String name) {
        return node.path(name).isNumber() ? Duration.ofSeconds(node.path(name).asLong(0)) : null;
    }

    private static List<String> texts(JsonNode array) {
        return list(array, node -> node.stringValue(""));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        return array.valueStream().map(read).toList();
    }
}
