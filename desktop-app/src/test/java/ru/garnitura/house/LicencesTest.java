package ru.garnitura.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LicencesTest {

    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern TEST_SCOPED = Pattern.compile("<dependency>(?:(?!</dependency>).)*<scope>test</scope>");

    @Test
    void everyLibraryOfTheRoomsIsListed() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        String listed = Files.readString(root.resolve("docs/licences.md"));
        for (String room : List.of("assets", "softphone", "session-tabs", "kb-viewer", "desktop-app")) {
            assertThat(shippedBy(root.resolve(room).resolve("pom.xml"))).as(room).isNotEmpty()
                    .allMatch(artifact -> listed.contains(artifact));
        }
    }

    private static List<String> shippedBy(Path pom) throws IOException {
        String text = Files.readString(pom);
        String dependencies = text.substring(text.indexOf("<dependencies>"), text.indexOf("</dependencies>"));
        return Stream.of(TEST_SCOPED.matcher(dependencies.replace("\n", " ")).replaceAll("").split("<dependency>", -1))
                .map(ARTIFACT::matcher).filter(Matcher::find).map(found -> found.group(1))
                .filter(artifact -> !List.of("assets", "softphone", "session-tabs", "kb-viewer").contains(artifact)).toList();
    }
}
