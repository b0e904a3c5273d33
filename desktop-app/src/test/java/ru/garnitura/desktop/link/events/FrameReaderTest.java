package ru.garnitura.desktop.link.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.garnitura.desktop.link.rest.Json;

class FrameReaderTest {

    private static final Path SAMPLES = Path.of("../back-office/contract/samples");

    static List<Path> framesOfTheServer() throws IOException {
        try (Stream<Path> all = Files.list(SAMPLES)) {
            return all.filter(path -> path.getFileName().toString().startsWith("events.s.")).toList();
        }
    }

    private static ServerFrame sample(String name) throws IOException {
        return FrameReader.frame(Files.readString(SAMPLES.resolve(name)));
    }

    @ParameterizedTest
    @MethodSource("framesOfTheServer")
    void everyFrameOfTheContractIsRead(Path file) throws IOException {
        ServerFrame frame = FrameReader.frame(Files.readString(file));

        boolean presence = file.getFileName().toString().equals("events.s.presence.json");
        assertThat(frame instanceof ServerFrame.Unknown).isEqualTo(presence);
        if (frame instanceof ServerFrame.Inbox inbox) {
            assertThat(inbox.news()).isNotInstanceOf(ServerFrame.InboxNews.Other.class);
        }
    }

    @Test
    void aMessageKnowsItsPlaceAndWriter() throws IOException {
        assertThat(sample("events.s.msg.operator.json")).isInstanceOfSatisfying(ServerFrame.Message.class, message -> {
            assertThat(message.place()).isEqualTo(
                    new ServerFrame.Place("s-5", 43, "m-778", "0193a5d3-0a11-7b02-8c1d-5f20de0a4711"));
            assertThat(message.writer().isCustomer()).isFalse();
            assertThat(message.writer().name()).isEqualTo("Карина");
        });
        assertThat(sample("events.s.typing.json")).isEqualTo(new ServerFrame.Typing("s-5", Duration.ofSeconds(5)));
    }

    @Test
    void theGreetingNamesTheOperatorsSessions() throws IOException {
        assertThat(sample("events.s.welcome.json")).isInstanceOfSatisfying(ServerFrame.Welcome.class, welcome -> {
            assertThat(welcome.greeting().resumed()).isTrue();
            assertThat(welcome.sessions()).singleElement().satisfies(session -> {
                assertThat(session.standing().ownerEpoch()).isEqualTo(4);
                assertThat(session.visitor().customer()).isEqualTo("c-104");
            });
        });
    }

    @Test
    void whatTheLedgerSaysHasTheContractsForm() throws IOException {
        var acks = new AckLedger();
        assertThat(Json.read(acks.hello("d-81"))).isEqualTo(tree("events.c.hello.first.json"));
        ServerFrame.Welcome welcome = (ServerFrame.Welcome) sample("events.s.welcome.json");
        acks.welcomed(new ServerFrame.Greeting("rt_5Qk2", false, 900, welcome.greeting().now()));
        acks.saw(903, true);
        acks.session("s-5", 42);
        acks.inbox(903);

        assertThat(Json.read(String.valueOf(acks.takeAck()))).isEqualTo(tree("events.c.ack.json"));
        assertThat(acks.takeAck()).isNull();
        assertThat(Json.read(acks.hello("d-81")).path("resume").path("token").stringValue("")).isEqualTo("rt_5Qk2");
    }

    private static tools.jackson.databind.JsonNode tree(String name) throws IOException {
        return Json.read(Files.readString(SAMPLES.resolve(name)));
    }

    @Test
    void anInboxLineIsPromisedOnlyWhenWhatWasHandedOverIsSafe() {
        var acks = new AckLedger();
        assertThat(acks.saw(1, true)).isTrue();
        assertThat(acks.saw(2, false)).isTrue();
        assertThat(acks.saw(2, false)).isFalse();
        assertThat(acks.takeAck()).isNull();

        acks.inbox(1);

        assertThat(acks.takeAck()).contains("\"inbox\":2");
    }
}
