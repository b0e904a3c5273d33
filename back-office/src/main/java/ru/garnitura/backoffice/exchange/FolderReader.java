package ru.garnitura.backoffice.exchange;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ru.garnitura.backoffice.blobs.Blobs;
import ru.garnitura.backoffice.kb.Article;
import ru.garnitura.backoffice.web.Problem;

/// Reads a folder of Markdown and HTML. Sub-folders are sections where a file names none; pictures beside the text become
/// attachments. Nothing outside the folder is read, whatever a file says.
final class FolderReader {
    private static final Pattern TEXTS = Pattern.compile("(?i).*\\.(md|markdown|html?)");
    private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]*]\\(<?([^)\\s>]+)>?(?:\\s[^)]*)?\\)");
    private static final Pattern TITLE = Pattern.compile("(?m)\\A\\s*#\\s+(.+)$\\n?");
    private static final long LARGEST_TEXT = 4L << 20;
    private static final long LARGEST_FILE = 20L << 20;
    private static final int MOST_FILES = 200_000;
    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png", "jpg", "image/jpeg", "jpeg", "image/jpeg", "gif", "image/gif", "svg", "image/svg+xml",
            "webp", "image/webp", "pdf", "application/pdf", "txt", "text/plain");
    private final Path root;
    private final Path store;
    private final Blobs blobs;

    FolderReader(Path root, Blobs blobs) throws IOException {
        this.root = root.toRealPath();
        this.store = this.root.resolve(Exports.ATTACHMENTS);
        this.blobs = blobs;
    }

    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> TEXTS.matcher(file.getFileName() == null ? "" : file.getFileName().toString()).matches())
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES)
                    .sorted()
                    .toList();
        }
    }

    Incoming read(Path file) throws IOException {
        String name = root.relativize(file).toString();
        try {
            if (Files.size(file) > LARGEST_TEXT) {
                return Incoming.refused(name, "too_large", "larger than " + LARGEST_TEXT + " bytes");
            }
            return new Incoming.Ready(name, article(file, name, Files.readString(file).replace("\uFEFF", "")));
        } catch (CharacterCodingException e) {
            return Incoming.refused(name, "not_utf8", "the file is not in UTF-8");
        } catch (IllegalArgumentException e) {
            return Incoming.refused(name, "malformed", String.valueOf(e.getMessage()));
        } catch (Problem e) {
            return Incoming.refused(name, e.code().code(), e.code().title());
        }
    }

    private ArticleFile article(Path file, String name, String text) throws IOException {
        FrontMatter matter = name.matches("(?i).*\\.html?") ? html(name, text) : markdown(name, text);
        var fallback = new ArticleFile.Fallback(idOf(name), section(name), attachments(file, matter.body()));
        ArticleFile read = ArticleFile.parse(matter, fallback);
        for (Article.Attachment attachment : read.article().attachments()) {
            bring(attachment);
        }
        return new ArticleFile(ArticleIds.of(read.id()), read.article());
    }

    private static FrontMatter markdown(String name, String text) {
        if (FrontMatter.isIn(text)) {
            FrontMatter matter = FrontMatter.parse(text);
            return matter.fields().containsKey("title") ? matter : titled(matter.fields(), name, matter.body());
        }
        return titled(Map.of(), name, text);
    }

    private static FrontMatter titled(Map<String, String> fields, String name, String body) {
        Matcher heading = TITLE.matcher(body);
        boolean found = heading.find();
        var all = new LinkedHashMap<>(fields);
        all.put("title", found ? heading.group(1).strip() : plainName(name));
        return new FrontMatter(all, found ? body.substring(heading.end()).stripLeading() : body);
    }

    private static FrontMatter html(String name, String text) {
        HtmlText.Read read = HtmlText.read(text, link -> articleLink(name, link));
        return new FrontMatter(
                Map.of("title", read.title().isBlank() ? plainName(name) : read.title()), read.markdown());
    }

    /// A link from one file of the folder to another.
    private static Optional<String> articleLink(String from, String target) {
        String path = target.replaceAll("[?#].*$", "");
        if (!TEXTS.matcher(path).matches() || path.contains(":")) {
            return Optional.empty();
        }
        int slash = from.replace('\\', '/').lastIndexOf('/');
        Path beside = Path.of(slash < 0 ? "" : from.substring(0, slash)).resolve(path.replaceFirst("^/+", "")).normalize();
        return Optional.of("kb:" + ArticleIds.of(idOf(beside.toString())));
    }

    /// The path without its ending; folder by folder, so that two files of one name stay two.
    private static String idOf(String name) {
        String path = name.replace('\\', '/').replaceAll("(?i)\\.(md|markdown|html?)$", "");
        return path.startsWith(Exports.ARTICLES + "/") ? path.substring(Exports.ARTICLES.length() + 1) : path;
    }

    private static String plainName(String name) {
        String path = name.replace('\\', '/').replaceAll("(?i)\\.(md|markdown|html?)$", "");
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("[-_]+", " ").strip();
    }

    private static List<String> section(String name) {
        String[] parts = name.replace('\\', '/').split("/", -1);
        List<String> folders = List.of(parts).subList(0, parts.length - 1);
        return folders.equals(List.of(Exports.ARTICLES)) ? List.of() : folders;
    }

    /// The pictures the text shows, where they lie in the folder.
    private List<Article.Attachment> attachments(Path file, String body) throws IOException {
        var found = new ArrayList<Article.Attachment>();
        Matcher picture = PICTURE.matcher(body);
        while (picture.find()) {
            String target = picture.group(1);
            Optional<Path> beside = inside(file, target);
            if (beside.isPresent() && found.stream().noneMatch(one -> one.name().equals(target))) {
                Blobs.Blob blob = blobs.add(beside.get(), type(target));
                found.add(new Article.Attachment(blob.sha256(), blob.bytes(), blob.type(), target));
            }
        }
        return found;
    }

    /// An attachment named by its hash comes out of the folder's store, unless it is there already.
    private void bring(Article.Attachment attachment) throws IOException {
        Path file = store.resolve(attachment.sha256());
        if (blobs.find(attachment.sha256()).isPresent()) {
            return;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IllegalArgumentException("the attachment " + attachment.name() + " is missing");
        }
        Blobs.Blob blob = blobs.add(file, attachment.type());
        if (!blob.sha256().equals(attachment.sha256())) {
            throw new IllegalArgumentException("the attachment " + attachment.name() + " is damaged");
        }
    }

    private Optional<Path> inside(Path text, String target) throws IOException {
        try {
            Path file = text.resolveSibling(target).normalize();
            boolean isThere = file.startsWith(root)
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(root)
                    && Files.size(file) <= LARGEST_FILE;
            return isThere ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
