package ru.garnitura.softphone.call;

import java.util.concurrent.CompletableFuture;

/// Port to the PBX's own idea of whether this operator takes calls from its queues. Any thread; returns at once. What
/// became of it comes as [SoftphoneEvent.CodeDialled] where dial codes are the way.
public interface PbxQueues {

    /// Where the PBX has no queues, or is told by other means.
    PbxQueues NONE = new PbxQueues() {

        @Override
        public void login() {
            // There is nobody to tell.
        }

        @Override
        public CompletableFuture<Void> logout() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void pause(String reason) {
            // There is nobody to tell.
        }

        @Override
        public void resume() {
            // There is nobody to tell.
        }
    };

    /// What the PBX is told about.
    enum Matter { MEMBERSHIP, READINESS }

    /// The operator's shift begins.
    void login();

    /// The operator's shift ends. Completes once the PBX had its time to take note, or where it can't be told.
    CompletableFuture<Void> logout();

    /// No calls, please.
    ///
    /// @param reason code of the reason, may be empty
    void pause(String reason);

    /// Calls are welcome again.
    void resume();
}
