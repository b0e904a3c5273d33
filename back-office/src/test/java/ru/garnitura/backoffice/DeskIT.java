package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(DemoServer.class)
class DeskIT {
    private final Client client;

    DeskIT(Client client) {
        this.client = client;
    }

    @Test
    void theDeskHasTheFieldsOfTheSample() throws IOException {
        JsonNode sample = ContractSamplesTest.sample("desk.response");
        JsonNode desk = client.as("orlova").get("/v1/desk").json();
        assertThat(new TreeSet<>(desk.propertyNames())).isEqualTo(new TreeSet<>(sample.propertyNames()));
        for (String list : new String[] {"queues", "notReady", "results", "channels", "emergency", "goodwill", "colleagues"}) {
            assertThat(new TreeSet<>(desk.get(list).get(0).propertyNames()))
                    .as(list)
                    .isEqualTo(new TreeSet<>(sample.get(list).get(0).propertyNames()));
        }
    }

    @Test
    void eachOperatorGetsTheOwnSipAccountAlone() {
        JsonNode orlova = client.as("orlova").get("/v1/desk").json().get("sip");
        JsonNode lebedev = client.as("lebedev").get("/v1/desk").json().get("sip");
        assertThat(orlova.get(0).get("aor").asString()).isEqualTo("sip:101@127.0.0.1:5060");
        assertThat(lebedev.get(0).get("aor").asString()).isEqualTo("sip:102@127.0.0.1:5060");
        assertThat(orlova.get(0).get("password").asString())
                .hasSizeGreaterThan(15)
                .isNotEqualTo(lebedev.get(0).get("password").asString());
    }

    @Test
    void everyColleagueIsNamedAndNobodyHimself() {
        JsonNode colleagues = client.as("orlova").get("/v1/desk").json().get("colleagues");
        assertThat(colleagues.valueStream().map(colleague -> colleague.get("name").asString()))
                .contains("Лидия Тихонова", "Максим Лебедев")
                .doesNotContain("Карина Орлова");
        assertThat(colleagues.toString()).doesNotContain("password");
    }

    @Test
    void anUnchangedDeskIsNotSentAgain() {
        Client mine = client.as("orlova");
        String tag = mine.get("/v1/desk").headers().get("ETag");
        Client.Reply again = mine.get("/v1/desk", "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
    }

    @Test
    void healthAndVersionAreTold() {
        assertThat(client.get("/v1/health").json().get("contract").asInt()).isEqualTo(1);
        assertThat(client.get("/v1/health", "Garnitura-Contract", "1").status()).isEqualTo(200);
        Client.Reply newer = client.get("/v1/health", "Garnitura-Contract", "2");
        assertThat(newer.status()).isEqualTo(426);
        assertThat(newer.json().get("need").asInt()).isEqualTo(1);
    }
}
