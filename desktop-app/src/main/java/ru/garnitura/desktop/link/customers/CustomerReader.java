package ru.garnitura.desktop.link.customers;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ru.garnitura.desktop.link.rest.Json;
import ru.garnitura.sessions.customer.Customer;
import ru.garnitura.sessions.customer.CustomerProfile;
import ru.garnitura.sessions.customer.FieldGroup;
import ru.garnitura.sessions.customer.InteractionRecord;
import ru.garnitura.sessions.customer.PhoneNumber;
import ru.garnitura.sessions.customer.RecordedCall;
import ru.garnitura.sessions.customer.TranscriptLine;
import ru.garnitura.sessions.customer.Wishes;
import ru.garnitura.sessions.session.Channel;
import ru.garnitura.sessions.session.CustomerId;
import tools.jackson.databind.JsonNode;

/// Reads cards and history as the back office gives them.
final class CustomerReader {

    private final Supplier<Locale> language;

    /// @param language of labels that come in both
    CustomerReader(Supplier<Locale> language) {
        this.language = language;
    }

    List<Customer> customers(JsonNode body) {
        return body.required("items").valueStream().map(this::customer).toList();
    }

    Customer customer(JsonNode node) {
        var profile = new CustomerProfile(day(node, "since"), Json.text(node, "city"), zone(Json.text(node, "timeZone")),
                phones(node.path("phones")), new Wishes(hours(node.path("preferredHours")), promises(node.path("promises"))));
        return new Customer(new CustomerId(node.required("id").stringValue()), node.required("name").stringValue(), profile,
                node.path("groups").valueStream().map(this::group).toList(), Json.text(node, "rev"));
    }

    private FieldGroup group(JsonNode node) {
        boolean masked = node.path("masked").asBoolean(true);
        return new FieldGroup(node.required("id").stringValue(),
                masked ? FieldGroup.Access.LOCKED : FieldGroup.Access.OPEN,
                node.path("fields").valueStream()
                        .map(field -> new FieldGroup.Field(words(field.path("title")), Json.text(field, "value"), ""))
                        .toList());
    }

    private String words(JsonNode title) {
        String wanted = Json.text(title, language.get().getLanguage().equals("ru") ? "ru" : "en");
        return wanted.isEmpty() ? Json.text(title, "ru") : wanted;
    }

    private static List<PhoneNumber> phones(JsonNode array) {
        return array.valueStream()
                .map(phone -> PhoneNumber.parse(Json.text(phone, "number")))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Wishes.@Nullable CallHours hours(JsonNode node) {
        return node.isObject() ? new Wishes.CallHours(LocalTime.parse(node.required("from").stringValue()),
                LocalTime.parse(node.required("to").stringValue())) : null;
    }

    private static List<Wishes.Promise> promises(JsonNode array) {
        return array.valueStream()
                .filter(promise -> !promise.path("done").asBoolean(false))
                .map(promise -> new Wishes.Promise(Json.text(promise, "text"), time(promise, "due")))
                .toList();
    }

    /// @param recordings what this operator may hear, by interaction
    InteractionRecord interaction(JsonNode node, JsonNode recordings) {
        InteractionRecord.Result result = result(Json.text(node, "result"));
        String length = result == InteractionRecord.Result.MISSED ? "waitSeconds" : "talkSeconds";
        var course = new InteractionRecord.Course(
                Json.text(node, "direction").equals("out") ? InteractionRecord.Kind.OUTGOING : InteractionRecord.Kind.INCOMING,
                Channel.parse(Json.text(node, "channel")), result, Duration.ofSeconds(node.path(length).asLong(0)),
                Json.text(node.path("operator"), "name"));
        return new InteractionRecord(node.required("id").stringValue(), time(node, "at"), course,
                Json.text(node.path("topic"), "title"), Json.text(node, "summary"),
                recordings.path(node.required("id").stringValue()).valueStream().map(CustomerReader::recording).toList());
    }

    private static RecordedCall recording(JsonNode node) {
        return new RecordedCall(node.required("sha256").stringValue(), Duration.ofSeconds(node.path("seconds").asLong(0)));
    }

    private static InteractionRecord.Result result(String code) {
        return switch (code) {
            case "resolved" -> InteractionRecord.Result.SOLVED;
            case "unresolved", "dropped" -> InteractionRecord.Result.UNSOLVED;
            case "missed" -> InteractionRecord.Result.MISSED;
            case "callback" -> InteractionRecord.Result.OPEN;
            default -> InteractionRecord.Result.NONE;
        };
    }

    static List<TranscriptLine> transcript(JsonNode body) {
        return body.required("items").valueStream()
                .map(line -> new TranscriptLine(time(line, "at"), Json.text(line, "from").equals("customer"),
                        Json.text(line, "name"), Json.text(line, "text")))
                .toList();
    }

    private static @Nullable LocalDate day(JsonNode node, String name) {
        String text = Json.text(node, name);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    /// A zone this machine does not know is taken as its own: the card matters more.
    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException _) {
            return ZoneId.systemDefault();
        }
    }

    private static Instant time(JsonNode node, String name) {
        return Instant.parse(node.required(name).stringValue());
    }
}
