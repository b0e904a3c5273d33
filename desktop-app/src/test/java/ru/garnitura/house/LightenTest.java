package ru.garnitura.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The build links switches over types and the equality of records beforehand (installers/common/Lighten.java): what they say
/// stays the same.
class LightenTest {

    private static final List<Class<?>> CLASSES = List.of(Sample.class, Sample.All.class, Sample.Word.class, Sample.None.class, Probe.class);

    /// What the switch and the records are made of.
    sealed interface Sample {

        record All(boolean z, byte b, short s, char c, int i, long j, float f, double d, String text, List<Integer> numbers) implements Sample {
        }

        record Word(String text) implements Sample {
        }

        record None() implements Sample {
        }
    }

    /// All that is asked of the samples, in words; made anew from the lightened classes.
    public static final class Probe implements Function<String, List<String>> {

        @Override
        public List<String> apply(String text) {
            List<Integer> numbers = List.of(1, 2);
            List<Sample> samples = new ArrayList<>(List.of(new Sample.None(), new Sample.Word(text), new Sample.Word("other")));
            samples.add(new Sample.All(true, (byte) 1, (short) 2, 'c', 4, 5L, Float.NaN, -0.0, text, numbers));
            samples.add(new Sample.All(true, (byte) 1, (short) 2, 'c', 4, 5L, Float.NaN, 0.0, text, numbers));
            samples.add(new Sample.All(true, (byte) 1, (short) 2, 'c', 4, 5L, Float.NaN, -0.0, text, List.of(1)));
            samples.add(new Sample.All(true, (byte) 1, (short) 2, 'd', 4, 5L, Float.NaN, -0.0, text, numbers));
            samples.add(new Sample.All(true, (byte) 1, (short) 2, 'c', 4, 5L, Float.NaN, -0.0, text, numbers));
            samples.add(null);
            List<String> said = new ArrayList<>();
            for (Sample one : samples) {
                said.add(chosen(one));
                said.add("hash " + (one == null ? 0 : one.hashCode()));
                samples.forEach(other -> said.add(String.valueOf(one != null && one.equals(other))));
            }
            return said;
        }

        private static String chosen(Sample sample) {
            return switch (sample) {
                case Sample.Word(String text) when text.equals("other") -> "other";
                case Sample.Word(String text) -> text;
                case Sample.All all -> all.text() + all.numbers().size();
                case Sample.None _ -> "none";
                case null -> "null";
            };
        }
    }

    @Test
    void saysTheSame(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("samples.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> each : CLASSES) {
                out.putNextEntry(new ZipEntry(path(each)));
                out.write(bytes(LightenTest.class.getClassLoader(), each));
            }
        }
        assertThat(linkedLate(LightenTest.class.getClassLoader())).as("sites to be linked beforehand").isNotEmpty();

        lighten(folder);

        try (URLClassLoader lightened = new Lightened(jar.toUri().toURL())) {
            assertThat(linkedLate(lightened)).isEmpty();
            Object probe = lightened.loadClass(Probe.class.getName()).getConstructor().newInstance();
            assertThat(((Function<?, ?>) probe).getClass().getClassLoader()).isSameAs(lightened);
            @SuppressWarnings("unchecked")
            var said = ((Function<String, List<String>>) probe).apply("text");
            assertThat(said).isEqualTo(new Probe().apply("text"));
        }
    }

    private static void lighten(Path folder) throws IOException, InterruptedException {
        Path root = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(at -> Files.exists(at.resolve("installers"))).findFirst().orElseThrow();
        Path said = Files.createTempFile("lighten", ".log");
        int code = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                root.resolve("installers/common/Lighten.java").toString(), folder.toString())
                .redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
        assertThat(code).as(Files.readString(said)).isZero();
    }

    private static List<String> linkedLate(ClassLoader loader) throws IOException {
        List<String> late = new ArrayList<>();
        for (Class<?> each : CLASSES) {
            ClassFile.of().parse(bytes(loader, each)).methods().stream().flatMap(method -> method.code().stream())
                    .flatMap(CodeModel::elementStream)
                    .filter(element -> element instanceof InvokeDynamicInstruction site && !site.name().equalsString("toString")
                            && site.bootstrapMethod().owner().descriptorString().startsWith("Ljava/lang/runtime/"))
                    .forEach(site -> late.add(each.getSimpleName() + " " + site));
        }
        return late;
    }

    private static byte[] bytes(ClassLoader loader, Class<?> type) throws IOException {
        try (InputStream in = loader.getResourceAsStream(path(type))) {
            return in.readAllBytes();
        }
    }

    private static String path(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    /// Prefers its own jar, where the class path has the same classes.
    private static final class Lightened extends URLClassLoader {

        Lightened(URL jar) {
            super(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        }
    }
}
