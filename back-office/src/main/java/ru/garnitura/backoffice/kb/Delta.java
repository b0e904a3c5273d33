package ru.garnitura.backoffice.kb;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of the knowledge base, as the contract has it.
public record Delta(String epoch, String mode, List<Item> items, String next, boolean more, long total) {

    /// A written or a withdrawn article; the latter has no text.
    public record Item(
            String id, String rev, String op, @JsonUnwrapped @Nullable Article article, Instant changedAt) {}

    /// Hash over what a reader should have.
    public record Manifest(String epoch, long count, String hash, String cursor, @Nullable List<IdRev> items) {}

    /// An article and its revision.
    public record IdRev(String id, String rev) {}
}
