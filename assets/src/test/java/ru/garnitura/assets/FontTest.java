package ru.garnitura.assets;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the face must have, since JavaFX cannot switch OpenType features.
class FontTest {

    private static final String RUSSIAN = IntStream.rangeClosed('А', 'я').mapToObj(Character::toString)
            .collect(Collectors.joining()) + "Ёё₽«»—–…№\u00a0\u202f\u2011\u2013";

    @ParameterizedTest
    @ValueSource(strings = {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf"})
    void hasRussianLettersAndTheRoubleSign(String file) throws IOException, FontFormatException {
        assertThat(face(file).canDisplayUpTo(RUSSIAN)).as("first missing character").isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotoSans-Regular.ttf", "NotoSans-Bold.ttf"})
    void figuresAreEquallyWide(String file) throws IOException, FontFormatException {
        var context = new FontRenderContext(null, true, true);
        var face = face(file).deriveFont(100f);

        assertThat(IntStream.rangeClosed('0', '9')
                .mapToObj(figure -> face.getStringBounds(Character.toString(figure), context).getWidth()).distinct())
                .hasSize(1);
    }

    private static Font face(String file) throws IOException, FontFormatException {
        try (var stream = Resources.url("fonts/" + file).openStream()) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        }
    }
}
