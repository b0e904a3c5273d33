package ru.garnitura.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.garnitura.backoffice.browser.Await;
import tools.jackson.databind.JsonNode;

@ExtendWith(DemoServer.class)
class CustomersIT {
    private final Client client;
    private final Client anybody;
    private final Client editor;
    private final BackOfficeServer server;

    CustomersIT(Client client, BackOfficeServer server) {
        this.client = client.as("orlova");
        this.anybody = client;
        this.editor = client.as("polyakova");
        this.server = server;
    }

    @Test
    void aNumberIsFoundHoweverItIsWritten() {
        for (String phone : new String[] {"+79375550118", "8 937 555-01-18", "9375550118"}) {
            JsonNode found = client.get("/v1/customers?phone=" + encoded(phone)).json().get("items");
            assertThat(found.size()).as(phone).isEqualTo(1);
            assertThat(found.get(0).get("name").asString()).isEqualTo("Марина Юрьевна Белова");
        }
        assertThat(client.get("/v1/customers?phone=112").json().get("items").size()).isZero();
    }

    @Test
    void wordsAreFoundInNamesCitiesAndNumbers() {
        JsonNode found = client.get("/v1/customers?q=" + encoded("БЕЛОВА саранск")).json().get("items");
        assertThat(found.get(0).get("id").asString()).isEqualTo("c-102");
        assertThat(client.get("/v1/customers?q=" + encoded("555-01-18")).json().get("items").size())
                .isPositive();
        assertThat(client.get("/v1/customers?q=" + encoded("%")).json().get("items").size()).isZero();
    }

    @Test
    void maskedGroupsCarryNoValue() {
        JsonNode card = client.get("/v1/customers/c-102").json();
        assertThat(card.get("groups").valueStream().filter(group -> group.get("masked").asBoolean()))
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group.get("fields").valueStream())
                        .allSatisfy(field -> assertThat(field.hasNonNull("value")).isFalse()));
        assertThat(client.get("/v1/customers/c-102").bytes()).asString(StandardCharsets.UTF_8).doesNotContain("0000 ");
    }

    @Test
    void eachOpeningOfACardIsRecorded() {
        long before = openings();
        client.get("/v1/customers/c-103");
        assertThat(openings()).isEqualTo(before + 1);
        assertThat(client.get("/v1/customers/c-9999").status()).isEqualTo(404);
        assertThat(openings()).isEqualTo(before + 1);
    }

    private long openings() {
        return server.store().read(tx -> tx.number("SELECT COUNT(*) AS n FROM audit WHERE what = 'card'"));
    }

    @Test
    void historyIsPagedNewestFirstWithoutHoles() {
        Set<String> ids = new HashSet<>();
        String path = "/v1/customers/c-102/interactions?limit=2";
        String last = "9999";
        String before = "";
        boolean more = true;
        while (more) {
            JsonNode page = client.get(path + before).json();
            for (JsonNode interaction : page.get("items")) {
                assertThat(ids.add(interaction.get("id").asString())).isTrue();
                assertThat(interaction.get("at").asString()).isLessThanOrEqualTo(last);
                last = interaction.get("at").asString();
            }
            more = page.get("more").asBoolean();
            before = more ? "&before=" + page.get("next").asString() : "";
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theLocalCopyComesInPagesWithTheLatestInteractions() {
        Set<String> ids = new HashSet<>();
        String cursor = "";
        boolean more = true;
        while (more) {
            JsonNode page = client.get("/v1/customers?recent=120" + cursor).json();
            page.get("items").forEach(item -> {
                assertThat(ids.add(item.get("id").asString())).isTrue();
                assertThat(item.get("recent").size()).isPositive();
            });
            more = page.get("more").asBoolean();
            cursor = more ? "&cursor=" + page.get("next").asString() : "";
        }
        assertThat(ids).hasSize(300);
    }

    @Test
    void theCopyForThreeHundredSaysOfEachWhatItsOwnHistorySays() {
        JsonNode copy = client.get("/v1/customers?recent=300").json().get("items");
        Instant week = Instant.now().minus(Duration.ofDays(7));
        copy.valueStream().limit(40).forEach(card -> {
            List<JsonNode> history = client.get("/v1/customers/" + card.get("id").asString() + "/interactions?limit=200")
                    .json().get("items").valueStream().toList();
            List<JsonNode> recent = history.stream().filter(one -> Instant.parse(one.get("at").asString()).isAfter(week)).toList();
            assertThat(card.get("recent").valueStream().toList()).isEqualTo(history.stream().limit(10).toList());
            assertThat(card.get("counts").get("transfers").asInt())
                    .isEqualTo(recent.stream().mapToInt(one -> one.get("transfers").asInt()).sum());
            Optional<JsonNode> topic = recent.stream().map(one -> one.path("topic").path("id")).filter(JsonNode::isString).findFirst();
            long again = topic.map(id -> recent.stream().filter(one -> one.path("topic").path("id").equals(id)).count()).orElse(0L);
            assertThat(card.path("repeat").path("count").asLong(0)).isEqualTo(again < 2 ? 0 : again);
        });
    }

    @Test
    void traineesAndEditorsSeeNoCustomer() {
        // Another test guesses this password until it is stopped; a try is allowed again every six seconds.
        Await.until("the trainee may sign in", () -> anybody.signedIn("los").has("access"));
        Client trainee = anybody.as("los");
        for (String path : List.of("/v1/customers?recent=5", "/v1/customers?phone=%2B79375550118", "/v1/customers/c-102",
                "/v1/customers/c-102/interactions")) {
            assertThat(trainee.get(path).status()).as(path).isEqualTo(403);
            assertThat(editor.get(path).status()).as(path).isEqualTo(403);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
