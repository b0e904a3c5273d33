package ru.garnitura.desktop.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WrapUpTextTest {

    private static final Path SAMPLE = Path.of("..", "back-office", "contract", "samples", "action.call.disposition.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WrapUp wrapUp = new WrapUp(Contacts.call(),
            new Disposition("t-home-down", "resolved", "Перезагрузили роутер, связь есть."), Contacts.START.plusSeconds(300));

    @Test
    void whatIsKeptReadsBackTheSame() {
        assertThat(WrapUpText.parse(WrapUpText.kept(wrapUp))).isEqualTo(wrapUp);
        WrapUp chat = new WrapUp(Contacts.chat(), Disposition.EMPTY, null);
        assertThat(WrapUpText.parse(WrapUpText.kept(chat))).isEqualTo(chat);
    }

    @Test
    void thePayloadIsTheContractsSample() throws Exception {
        JsonNode sample = JSON.readTree(Files.readString(SAMPLE)).get("payload");
        JsonNode ours = JSON.readTree(WrapUpText.callPayload(wrapUp));

        assertThat(ours.propertyNames()).containsExactlyInAnyOrderElementsOf(sample.propertyNames());
        for (String same : new String[] {"customer", "phone", "direction", "queue", "waitSeconds", "holdSeconds", "transfers",
            "endedBy", "topic", "result", "note"}) {
            assertThat(ours.get(same)).as(same).isEqualTo(sample.get(same));
        }
    }
}
