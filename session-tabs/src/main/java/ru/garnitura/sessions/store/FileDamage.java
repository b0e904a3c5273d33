package ru.garnitura.sessions.store;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/// Tells a database that nobody can read any more from one that cannot be opened now: no room, no rights, in use.
final class FileDamage {

    /// Bytes that make no sense, a key that is not this file's, tables that are not there.
    private static final Set<Integer> UNREADABLE = Set.of(ErrorCode.FILE_CORRUPTED_1, ErrorCode.GENERAL_ERROR_1,
            ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD,
            ErrorCode.SERIALIZATION_FAILED_1, ErrorCode.DESERIALIZATION_FAILED_1, ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1, ErrorCode.COLUMN_NOT_FOUND_1);
    /// What H2 wraps in an error that is also a damaged file's.
    private static final Set<Integer> OF_THE_DISK = Set.of(DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_CLOSED,
            DataUtils.ERROR_FILE_LOCKED);
    private static final int DEEPEST_CAUSE = 20;

    private FileDamage() {
    }

    static boolean isCauseOf(SQLException failure) {
        return UNREADABLE.contains(failure.getErrorCode()) && causes(failure).noneMatch(FileDamage::isOfTheDisk);
    }

    private static boolean isOfTheDisk(Throwable cause) {
        return cause instanceof MVStoreException store && OF_THE_DISK.contains(store.getErrorCode());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST_CAUSE);
    }
}
