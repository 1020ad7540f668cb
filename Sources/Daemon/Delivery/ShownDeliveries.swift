import Planning

/// What far ends that show things were given and nobody has answered.
struct ShownDeliveries {
    private var keys: Set<DeliveryKey> = []

    mutating func note(_ key: DeliveryKey) { keys.insert(key) }

    /// Takes out what waits for nothing any more.
    mutating func takeAnswered(_ isOpen: (DeliveryKey) -> Bool) -> Set<DeliveryKey> {
        let answered = keys.filter { !isOpen($0) }
        keys.subtract(answered)
        return answered
    }

    /// Takes out the delivery, shown for the same ritual and person, that a new one takes the place of.
    mutating func takeReplaced(by key: DeliveryKey, _ isOpen: (DeliveryKey) -> Bool) -> DeliveryKey? {
        guard case .nudge(let nudge) = key.subject else { return nil }
        let old = keys.first { other in
            guard other.channel == key.channel, other != key, case .nudge(let shown) = other.subject else {
                return false
            }
            guard shown.ritual == nudge.ritual, shown.person == nudge.person else { return false }
            // A nearer lead of the same occurrence takes the place of the one before, whether or not that has closed.
            return shown.occurrence == nudge.occurrence || !isOpen(other)
        }
        return old.flatMap { keys.remove($0) }
    }
}
