package ru.garnitura.desktop.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// A small file that only this user can read (mode 0600 where the file system knows modes).
public final class PrivateFile {

    private PrivateFile() {
    }

    /// Replaces the file; it never exists with wider rights.
    public static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] rights = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Files.createFile(file, rights);
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }
}
