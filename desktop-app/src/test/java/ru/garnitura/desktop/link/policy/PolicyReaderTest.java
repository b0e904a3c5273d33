package ru.garnitura.desktop.link.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import ru.garnitura.desktop.link.rest.Json;
import tools.jackson.core.JacksonException;

class PolicyReaderTest {

    @Test
    void theContractsSampleIsReadWhole() throws IOException {
        DeskPolicy policy = PolicyReader.policy(Json.read(
                Files.readAllBytes(Path.of("../back-office/contract/samples/desk.response.json"))));

        assertThat(policy.operator().is(Operator.Role.OPERATOR)).isTrue();
        SipLine line = policy.lines().getFirst();
        assertThat(line.aor()).isEqualTo("sip:101@127.0.0.1:35060");
        assertThat(line.login().password()).isEqualTo("k7Vw2pXn9qLs");
        assertThat(line).asString().doesNotContain("k7Vw2pXn9qLs");
        assertThat(line.route()).isEqualTo(new SipLine.Route("sip:127.0.0.1:35060", "udp", "", 120));
        assertThat(policy.choices().notReady()).filteredOn(Choices.NotReadyReason::byServer).hasSize(1);
        assertThat(line.manners()).isEqualTo(new SipLine.Manners(true, java.util.Set.of("106"), "ask", java.time.Duration.ZERO));
        assertThat(policy.conduct().recording()).isEqualTo(RecordingPolicy.ON_DEMAND);
        Topic group = policy.choices().topics().getFirst();
        assertThat(group.isLeaf()).isFalse();
        assertThat(group.children().getFirst().article()).isEqualTo("a-068");
        assertThat(group.title().in(Locale.ENGLISH)).isEqualTo("Contracts");
        assertThat(policy.limits().channels().get("site"))
                .isEqualTo(new Limits.Channel(new Bilingual("Чат на сайте", "Website chat"), 4,
                        Duration.ofSeconds(30), Duration.ofSeconds(60)));
        assertThat(policy.conduct().hold()).isEqualTo(new Limits.Hold(Duration.ofSeconds(60),
                java.util.List.of(Duration.ofSeconds(30), Duration.ofSeconds(45))));
        assertThat(policy.conduct().emergency()).containsKey("112");
        assertThat(policy.conduct().dialCodes()).containsEntry("queuePause", "*46").containsEntry("queueLogout", "*48");
    }

    @Test
    void aDeskOpensOnWhatIsNecessaryAlone() {
        DeskPolicy policy = PolicyReader.policy(Json.read("{\"operator\":{\"id\":\"op-1\",\"login\":\"a\",\"name\":\"A\"}}"));

        assertThat(policy.lines()).isEmpty();
        assertThat(policy.limits().chatCap()).isPositive();
        assertThat(policy.conduct().wrapUp().time()).isPositive();
    }

    @Test
    void aDeskWithoutAnOperatorIsRefused() {
        assertThatThrownBy(() -> PolicyReader.policy(Json.read("{}"))).isInstanceOf(JacksonException.class);
    }
}
