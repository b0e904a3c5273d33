package ru.garnitura.softphone.media;

import java.util.concurrent.Executor;

/// The lanes media reports to and opens devices on.
///
/// @param signaling calls to `MediaListener` run here
/// @param io        blocking work: devices and files
public record MediaLanes(Executor signaling, Executor io) {
}
