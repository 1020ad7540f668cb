public import CivilTime

/// Keys of nudges that closed, with when each was due, in boxes by the hour that its occurrence is named by: what is old
/// goes a box at a time, never by a walk through all.
public struct ClosedKeys: Sendable {
    private struct Box: Sendable {
        var dues: [NudgeKey: Timestamp] = [:]
        var latest: Timestamp
    }

    private var boxes: [Int64: Box] = [:]
    public private(set) var count = 0

    public init() {}

    public var isEmpty: Bool { count == 0 }

    /// When the nudge was due; nil where it is not known to have closed, and set to nil to forget it.
    public subscript(_ key: NudgeKey) -> Timestamp? {
        get { boxes[Self.hour(key)]?.dues[key] }
        set {
            let hour = Self.hour(key)
            guard let newValue else {
                if boxes[hour]?.dues.removeValue(forKey: key) != nil { count -= 1 }
                return
            }
            var isNew = true
            if let place = boxes.index(forKey: hour) {
                isNew = boxes.values[place].dues.updateValue(newValue, forKey: key) == nil
                boxes.values[place].latest = Swift.max(boxes.values[place].latest, newValue)
            } else {
                boxes[hour] = Box(dues: [key: newValue], latest: newValue)
            }
            if isNew { count += 1 }
        }
    }

    /// Forgets boxes in which all was due by `oldest`.
    mutating func forget(through oldest: Timestamp) {
        for (hour, box) in boxes where box.latest <= oldest {
            count -= box.dues.count
            boxes[hour] = nil
        }
    }

    private static func hour(_ key: NudgeKey) -> Int64 { key.occurrence.written.seconds / 3_600 }
}

extension ClosedKeys: Sequence {
    public func makeIterator() -> some IteratorProtocol<(key: NudgeKey, value: Timestamp)> {
        boxes.values.lazy.flatMap(\.dues).makeIterator()
    }
}

extension ClosedKeys: Equatable, ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (NudgeKey, Timestamp)...) {
        for (key, due) in elements { self[key] = due }
    }

    public static func == (a: ClosedKeys, b: ClosedKeys) -> Bool {
        a.count == b.count && a.allSatisfy { b[$0.key] == $0.value }
    }
}
