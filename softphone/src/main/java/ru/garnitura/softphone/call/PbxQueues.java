package ru.garnitura.softphone.call;

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
        public void logout() {
            // There is nobody to tell.
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

    /// The operator's shift begins.
    void login();

    /// The operator's shift ends.
    void logout();

    /// No calls, please.
    ///
    /// @param reason code of the reason, may be empty
    void pause(String reason);

    /// Calls are welcome again.
    void resume();
}
