package ru.garnitura.desktop.link.policy;

import java.util.List;
import java.util.Map;

/// Everything the back office sets this operator's desk up with (`GET /v1/desk`).
public record DeskPolicy(Operator operator, List<SipLine> lines, Choices choices, Limits limits, Conduct conduct) {

    public DeskPolicy {
        lines = List.copyOf(lines);
    }

    /// How contacts are conducted.
    ///
    /// @param emergency numbers that are always dialled at once, by number
    /// @param recording whether calls are recorded
    /// @param dialCodes codes the PBX understands, by name (`queuePause`)
    public record Conduct(Limits.Hold hold, Limits.WrapUp wrapUp, RecordingPolicy recording, Map<String, Bilingual> emergency,
            Map<String, String> dialCodes) {

        public Conduct {
            emergency = Map.copyOf(emergency);
            dialCodes = Map.copyOf(dialCodes);
        }
    }
}
