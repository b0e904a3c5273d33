import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/// Makes the jars of a folder quicker to start from. Style sheets get their binary form beside them, which JavaFX looks
/// for first. Signatures go: the JVM would check every class of a signed jar, and keep none in a start-up cache. Our
/// switches over types and the equality of our records are linked beforehand.
final class Lighten {

    private static final String OURS = "/ru/garnitura/";

    private Lighten() {
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> jars = jars(Path.of(arguments[0]));
        try (var all = new URLClassLoader(urls(jars))) {
            var linked = new EarlyLinked(all);
            for (Path jar : jars) {
                FileTime built = Files.getLastModifiedTime(jar);
                try (FileSystem content = FileSystems.newFileSystem(jar)) {
                    for (Path file : files(content.getPath("/"))) {
                        lighten(file, linked);
                    }
                }
                Files.setLastModifiedTime(jar, built);
            }
        }
    }

    private static void lighten(Path file, EarlyLinked linked) throws IOException {
        String name = file.toString();
        if (name.matches("/META-INF/[^/]+\\.(SF|RSA|DSA|EC)")) {
            Files.delete(file);
        } else if (name.startsWith(OURS) && name.endsWith(".class")) {
            Files.write(file, linked.link(Files.readAllBytes(file)));
        } else if (name.startsWith(OURS) && name.endsWith(".css")) {
            Path text = Files.createTempFile("sheet", ".css");
            Path binary = Files.createTempFile("sheet", ".bss");
            Files.write(text, Files.readAllBytes(file));
            Stylesheet.convertToBinary(text.toFile(), binary.toFile());
            Files.write(file.resolveSibling(name.substring(name.lastIndexOf('/') + 1).replace(".css", ".bss")), Files.readAllBytes(binary));
            Files.delete(text);
            Files.delete(binary);
        }
    }

    private static URL[] urls(List<Path> jars) throws MalformedURLException {
        var urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return urls;
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
