package ru.garnitura.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Text is legible on every ground it is put on, in every theme.
class ContrastTest {

    private static final double TEXT = 4.5;
    private static final double EDGES = 3;
    private static final List<String> GROUNDS = List.of("background", "surface", "surface-2", "hover", "bubble-in",
            "bubble-out", "accent-soft");
    private static final List<String> MEANINGS = List.of("accent", "ok", "warn", "danger");
    private static final List<String> CHANNELS = List.of("call", "site", "app", "whatsapp", "telegram", "viber", "vk",
            "mail", "review", "other");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textReachesDoubleA(Theme theme) throws IOException {
        var tokens = Tokens.of(theme);

        assertThat(pairs()).allSatisfy(pair ->
                assertThat(tokens.contrast(pair.front(), pair.ground())).as("%s", pair).isGreaterThanOrEqualTo(TEXT));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void edgesAndFocusRingsStandOut(Theme theme) throws IOException {
        var tokens = Tokens.of(theme);

        assertThat(List.of("focus", "edge")).allSatisfy(edge ->
                assertThat(GROUNDS.subList(0, 3)).allSatisfy(ground ->
                        assertThat(tokens.contrast(edge, ground)).isGreaterThanOrEqualTo(EDGES)));
    }

    private static List<Pair> pairs() {
        return Stream.of(
                GROUNDS.stream().flatMap(ground -> Stream.of(new Pair("text", ground), new Pair("text-muted", ground))),
                MEANINGS.stream().flatMap(ContrastTest::meaning),
                Stream.of("accent", "ok", "danger").flatMap(ground -> Stream.of(new Pair("on-colour", ground),
                        new Pair("on-colour", ground + "-hover"))),
                CHANNELS.stream().map(channel -> new Pair("on-channel", "channel-" + channel)),
                IntStream.rangeClosed(1, 6).mapToObj(face -> new Pair("face-" + face + "-text", "face-" + face)))
                .flatMap(part -> part).toList();
    }

    private static Stream<Pair> meaning(String name) {
        return Stream.of("surface", "surface-2", "background", name + "-soft").map(ground -> new Pair(name, ground));
    }

    private record Pair(String front, String ground) {
    }
}
