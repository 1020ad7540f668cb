import Planning
import ScheduleFile
import Systemd

/// What the service tells its journal: keys and outcomes, with fields; never a title or a text, nor the id of what is
/// private.
struct ServiceJournal {
    private let journal = Journal(identifier: "trothd")
    /// What rituals and deliveries are called there.
    var names: JournalNames

    func note(_ hold: Hold?) {
        switch hold {
        case .clockBehind(let newest):
            journal.write(.warning, "the clock is behind the record (\(newest)); nothing is sent until it is right")
        case .clockAhead(let newest):
            journal.write(
                .warning, "the clock is far ahead of the record (\(newest)) and not synchronised; nothing is sent")
        case nil:
            journal.write(.notice, "the clock is believed again")
        }
    }

    /// What somebody wanted for themselves is not told even here.
    func note(_ changes: [LedgerChange]) {
        for change in changes {
            switch change {
            case .closed(_, _, let reason, _) where reason.isWish: break
            case .missed(let span, _) where span.reason.isWish: break
            case .closed(let key, let outcome, let reason, _):
                journal.write(
                    .info, "\(names.name(key)): \(outcome.rawValue), \(reason.rawValue)",
                    fields: fields(key) + [("TROTH_OUTCOME", outcome.rawValue), ("TROTH_REASON", reason.rawValue)])
            case .missed(let span, _):
                let ritual = names.name(span.ritual)
                journal.write(
                    .notice, "\(ritual)/\(span.person): passed unsent after \(span.after) through \(span.through)",
                    fields: [("TROTH_RITUAL", ritual), ("TROTH_PERSON", span.person.text)])
            default:
                break
            }
        }
    }

    func note(_ key: DeliveryKey, _ outcome: AttemptOutcome) {
        let (priority, word, detail) = describe(outcome)
        journal.write(
            priority, "\(names.name(key)): \(word)\(detail.isEmpty ? "" : ": \(detail)")",
            fields: [("TROTH_DELIVERY", names.name(key)), ("TROTH_CHANNEL", key.channel.text), ("TROTH_ATTEMPT", word)])
    }

    /// What somebody did on a channel about a delivery.
    func note(_ key: DeliveryKey, answered word: String) {
        journal.write(
            .info, "\(names.name(key)): \(word)",
            fields: [("TROTH_DELIVERY", names.name(key)), ("TROTH_CHANNEL", key.channel.text), ("TROTH_ANSWER", word)])
    }

    func say(_ message: String) { journal.write(.notice, message) }

    /// Where something in the schedule is wrong or deserves a look. In the journal that is a place alone: what stands
    /// there may be a title.
    func point(_ priority: Journal.Priority, at mistakes: [Diagnostic]) {
        for mistake in mistakes {
            let line =
                journal.isConnected ? "\(mistake.placeText); `troth check` shows it" : mistake.text(in: .english)
            journal.write(priority, line)
        }
    }

    func point(_ fault: StartFault) {
        if case .schedule(let mistakes) = fault { return point(.error, at: mistakes) }
        for line in fault.lines(in: .english) { self.fault(line) }
    }

    func fault(_ message: String) { journal.write(.error, message) }

    private func fields(_ key: NudgeKey) -> [(String, String)] {
        [
            ("TROTH_RITUAL", names.name(key.ritual)), ("TROTH_PERSON", key.person.text),
            ("TROTH_OCCURRENCE", key.occurrence.keyText), ("TROTH_LEAD", key.lead.description),
        ]
    }

    private func describe(_ outcome: AttemptOutcome) -> (Journal.Priority, String, String) {
        switch outcome {
        case .delivered: (.info, "delivered", "")
        case .transient(let reason, _): (.warning, "not yet", reason)
        case .permanent(let reason): (.warning, "refused", reason)
        case .uncertain(let reason): (.warning, "uncertain", reason)
        case .unreachable(let reason): (.notice, "out of reach", reason)
        }
    }
}

extension Reason {
    /// Whether it is what somebody asked for themselves.
    fileprivate var isWish: Bool {
        switch self {
        case .stopped, .paused, .muted, .noAgreement: true
        default: false
        }
    }
}
