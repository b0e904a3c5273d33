package ru.garnitura.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StyleSheetsTest {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsba?\\(");
    private static final Pattern USE = Pattern.compile("(-desk-[a-z0-9-]+)\\b(?!:)");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void onlyTokenSheetsNameColours(Theme theme) throws IOException {
        for (var sheet : withoutTokens(theme)) {
            assertThat(COLOUR.matcher(Tokens.read(sheet)).results().map(found -> found.group())).as(sheet).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyTokenInUseExists(Theme theme) throws IOException {
        var known = Tokens.of(theme).colours().keySet();
        var used = new TreeSet<String>();
        for (var sheet : withoutTokens(theme)) {
            USE.matcher(Tokens.read(sheet)).results().forEach(found -> used.add(found.group(1).substring("-desk-".length())));
        }

        assertThat(known).containsAll(used);
    }

    @Test
    void otherThemesOverrideTokensOnly() throws IOException {
        var light = Tokens.of(Theme.LIGHT).colours().keySet();

        for (var theme : List.of(Theme.DARK, Theme.CONTRAST)) {
            assertThat(Tokens.of(theme).colours().keySet()).isEqualTo(light);
            assertThat(Tokens.read(theme.tokenSheets().getLast())).containsOnlyOnce("{");
        }
    }

    private static List<String> withoutTokens(Theme theme) {
        return theme.stylesheets().stream().filter(sheet -> !theme.tokenSheets().contains(sheet)).toList();
    }
}
