package ru.garnitura.kb.index;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.NIOFSDirectory;

/// The index as files: whether they are what was written, and putting them aside where they are not.
final class IndexFiles {

    private IndexFiles() {
    }

    /// Reads each file of the last commit and compares its check sum: a block gone bad is read as other words, or as none,
    /// long before anything fails. Not through memory that is mapped: what is read once does not stay there.
    ///
    /// @throws IOException of those that [#isDamage] knows where a file is not what was written
    static void verify(Path folder) throws IOException {
        try (var directory = new NIOFSDirectory(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return;
            }
            for (var file : SegmentInfos.readLatestCommit(directory).files(true)) {
                try (var input = directory.openInput(file, IOContext.READONCE)) {
                    CodecUtil.checksumEntireFile(input);
                }
            }
        }
    }

    /// Whether a failure may come of damaged files alone.
    static boolean isBroken(Path folder) {
        try {
            verify(folder);
            return false;
        } catch (IOException e) {
            return e instanceof CorruptIndexException || e instanceof EOFException;
        }
    }

    static boolean isDamage(IOException cause) {
        return cause instanceof CorruptIndexException || cause instanceof EOFException
                || cause instanceof NoSuchFileException || cause instanceof IndexFormatTooOldException
                || cause instanceof IndexFormatTooNewException;
    }

    /// Moves all files to a new folder beside theirs.
    static Path setAside(Path folder) throws IOException {
        var aside = Files.createTempDirectory(folder.getParent(), "damaged-index-");
        var files = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        }
        for (var file : files) {
            Files.move(file, aside.resolve(file.getFileName()));
        }
        return aside;
    }
}
