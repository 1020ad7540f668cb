import CivilTime
import Planning

extension Dispatcher {
    /// What the dispatcher needs from the service around it.
    struct Room {
        /// Commits changes and lets the planner take them in; false when the ledger refused.
        var commit: (_ changes: [LedgerChange], _ durably: Bool) -> Bool
        /// Whether the record still holds the claim that a delivery stands on.
        var isClaimed: (Delivery) -> Bool
        /// Renders a delivery for its person, as it is to be read at a time.
        var parcel: (Delivery, Timestamp) -> Parcel?
        /// Says that an outcome was recorded, so that it is planned again.
        var settled: (DeliveryKey, AttemptOutcome) -> Void
        /// Says that the ledger takes changes again which it refused for a while.
        var recordedAgain: () -> Void
        /// Hears what a channel's far end says.
        var responded: (ChannelID, ChannelResponse) -> Void
        /// Whether something of a delivery still waits for an answer.
        var isOpen: (DeliveryKey) -> Bool
        var token: (DeliveryKey) -> String
        var now: () -> Timestamp
        /// How long after the ledger refused something it is tried again.
        var patience: Duration = .seconds(5)
        /// Calls back later, never from within the call.
        var after: (Duration, @escaping () -> Void) -> Void
    }
}
