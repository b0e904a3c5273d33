package ru.garnitura.backoffice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import ru.garnitura.backoffice.signin.SipLogin;

/// Writes `user:password` lines that only their owner may read.
final class SipAccountsFile {

    private SipAccountsFile() {}

    static void write(Path file, List<SipLogin> logins) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = hasPosix(folder)
                ? Files.createTempFile(
                        folder, "sip", ".part", PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, "sip", ".part");
        Files.write(
                part,
                logins.stream().map(login -> login.user() + ":" + login.password()).toList());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean hasPosix(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
